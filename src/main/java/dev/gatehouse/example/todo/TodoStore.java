package dev.gatehouse.example.todo;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Each owner's todos, apart from all others' and in the order in which they were added. */
interface TodoStore {
  int MAX_PER_OWNER = 1_000;

  /** Keeps one more, or says no with a {@link dev.gatehouse.tool.ToolFailure}. */
  Todo add(Owner owner, Todo todo);

  /** Some of them. */
  Todos page(Owner owner, PageRequest page);

  Optional<Todo> find(Owner owner, String id);

  /** What it is now; empty if the owner has no such todo. No change of another node is lost. */
  Optional<Todo> change(Owner owner, String id, UnaryOperator<Todo> change);

  /** What it was. */
  Optional<Todo> remove(Owner owner, String id);
}
