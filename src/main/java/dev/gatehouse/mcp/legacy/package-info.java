/** The era with a handshake and sessions, 2025-03-26 to 2025-11-25; can be deleted in one move. */
package dev.gatehouse.mcp.legacy;
