/**
 * Java and JSON: the JSON Schema of a tool's arguments and result, and its arguments read from
 * JSON.
 */
package dev.gatehouse.engine.schema;
