/** The example, called over the wire. */
package dev.gatehouse.it.todo;
