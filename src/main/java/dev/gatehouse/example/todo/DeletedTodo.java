package dev.gatehouse.example.todo;

/**
 * That a todo is gone.
 *
 * @param deleted its id
 */
public record DeletedTodo(String deleted) {}
