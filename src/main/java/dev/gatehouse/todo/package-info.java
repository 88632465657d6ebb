/** The example to replace: a todo list as five tools. */
package dev.gatehouse.todo;
