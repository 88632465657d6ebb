/** The mapping file: methods that nobody has to touch to offer them as tools. */
package dev.gatehouse.engine.mapping;
