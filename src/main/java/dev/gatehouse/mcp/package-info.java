/** The Model Context Protocol: finds the era of each message. */
package dev.gatehouse.mcp;
