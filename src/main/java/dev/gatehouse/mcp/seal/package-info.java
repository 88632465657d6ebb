/** What a client carries for the nodes, and can neither read nor alter. */
package dev.gatehouse.mcp.seal;
