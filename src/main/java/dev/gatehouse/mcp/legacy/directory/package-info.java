/** What the nodes know of each other's sessions. */
package dev.gatehouse.mcp.legacy.directory;
