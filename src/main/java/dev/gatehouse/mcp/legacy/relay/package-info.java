/** Streams of calls that run on one node and are read on another. */
package dev.gatehouse.mcp.legacy.relay;
