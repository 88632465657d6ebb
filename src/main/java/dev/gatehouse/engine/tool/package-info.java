/** Tools: described in JSON Schema, and run. */
package dev.gatehouse.engine.tool;
