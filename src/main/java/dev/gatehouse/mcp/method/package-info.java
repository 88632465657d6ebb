/** The methods that both eras answer alike. */
package dev.gatehouse.mcp.method;
