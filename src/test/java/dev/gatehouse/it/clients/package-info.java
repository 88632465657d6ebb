/** Runs MCP clients that this project did not write, with the Node.js that npm brings for them. */
package dev.gatehouse.it.clients;
