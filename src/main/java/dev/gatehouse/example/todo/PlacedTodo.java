package dev.gatehouse.example.todo;

import java.util.List;
import java.util.Optional;

/** A todo and its place among those of all owners, which is never another's. */
record PlacedTodo(long place, Todo todo) {

  /** The first ones, and where to go on if there are more than the limit. */
  static Todos page(List<PlacedTodo> found, int limit) {
    List<PlacedTodo> shown = found.subList(0, Math.min(limit, found.size()));
    return new Todos(
        shown.stream().map(PlacedTodo::todo).toList(),
        found.size() > limit
            ? Optional.of(String.valueOf(shown.get(limit - 1).place()))
            : Optional.empty());
  }
}
