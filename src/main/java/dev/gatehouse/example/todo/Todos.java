package dev.gatehouse.example.todo;

import java.util.List;

/** A list of todos, oldest first. */
public record Todos(List<Todo> todos) {
  public Todos {
    todos = List.copyOf(todos);
  }
}
