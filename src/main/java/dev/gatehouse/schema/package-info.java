/**
 * Java and JSON: the JSON Schema of a tool's arguments and result, and its arguments read from
 * JSON; uses JSON-P only and none of our other packages.
 */
package dev.gatehouse.schema;
