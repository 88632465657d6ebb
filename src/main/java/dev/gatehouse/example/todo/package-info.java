/** The example to replace: a todo list for each user. */
package dev.gatehouse.example.todo;
