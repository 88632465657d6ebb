/** What tools and prompts say and resources hold: the content blocks of MCP; uses nothing. */
package dev.gatehouse.content;
