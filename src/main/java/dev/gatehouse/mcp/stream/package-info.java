/** Events to one client. */
package dev.gatehouse.mcp.stream;
