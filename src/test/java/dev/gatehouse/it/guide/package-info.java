/** The page for authors of tools, {@code docs/write-a-tool.md}, taken at its word. */
package dev.gatehouse.it.guide;
