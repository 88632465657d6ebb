/** Java to JSON and back: JSON Schema 2020-12 out, arguments in. */
package dev.gatehouse.schema;
