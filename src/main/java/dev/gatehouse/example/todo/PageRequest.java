package dev.gatehouse.example.todo;

import dev.gatehouse.tool.ToolFailure;
import java.util.Optional;

/**
 * Which todos somebody wants to see.
 *
 * @param completed only these, or only the others
 * @param after the place of the last one that was seen; 0 for none
 * @param limit how many at most
 */
record PageRequest(Optional<Boolean> completed, long after, int limit) {
  static final int USUAL = 100;

  static PageRequest of(
      Optional<Boolean> completed, Optional<String> cursor, Optional<Integer> limit) {
    return new PageRequest(
        completed, cursor.map(PageRequest::place).orElse(0L), limit.orElse(USUAL));
  }

  private static long place(String cursor) {
    if (!cursor.matches("[0-9]{1,18}")) {
      throw new ToolFailure("cursor must be the nextCursor of another answer");
    }
    return Long.parseLong(cursor);
  }

  boolean wants(Todo todo) {
    return completed.isEmpty() || completed.get() == todo.completed();
  }
}
