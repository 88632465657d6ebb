/** Calls in several rounds, with a sealed state that the client carries. */
package dev.gatehouse.mcp.modern.round;
