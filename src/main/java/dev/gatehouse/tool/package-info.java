/** Tools: CDI bean methods found at deployment, described in JSON Schema, and run. */
package dev.gatehouse.tool;
