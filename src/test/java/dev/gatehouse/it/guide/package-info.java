/** The pages for authors, {@code write-a-tool.md} and {@code reference.md}, taken at their word. */
package dev.gatehouse.it.guide;
