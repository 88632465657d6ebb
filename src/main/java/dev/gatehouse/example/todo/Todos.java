package dev.gatehouse.example.todo;

import java.util.List;
import java.util.Optional;

/**
 * A list of todos, oldest first.
 *
 * @param nextCursor for the rest; empty if there is none
 */
public record Todos(List<Todo> todos, Optional<String> nextCursor) {
  public Todos {
    todos = List.copyOf(todos);
  }
}
