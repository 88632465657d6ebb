/** The Model Context Protocol: its eras, versions and methods. */
package dev.gatehouse.mcp;
