/** A request and its call, whichever era asked. */
package dev.gatehouse.mcp.call;
