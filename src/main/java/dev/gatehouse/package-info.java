/** Gatehouse: CDI beans as MCP tools on Jakarta EE servers, protected by Scalekit. */
package dev.gatehouse;
