package dev.gatehouse.example.todo;

import dev.gatehouse.tool.ToolFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Todos in memory, each owner's apart from all others', bounded in both directions. */
@ApplicationScoped
class TodoStore {
  static final int MAX_PER_OWNER = 1_000;
  static final int MAX_OWNERS = 10_000;

  private final Map<Owner, Map<String, Todo>> todos = new LinkedHashMap<>();

  synchronized Todo add(Owner owner, Todo todo) {
    Map<String, Todo> own = todos.get(owner);
    if (own == null) {
      if (todos.size() >= MAX_OWNERS) {
        throw new ToolFailure("The server is full; try again later");
      }
      own = new LinkedHashMap<>();
      todos.put(owner, own);
    }
    if (own.size() >= MAX_PER_OWNER) {
      throw new ToolFailure("You have " + MAX_PER_OWNER + " todos; delete some first");
    }
    own.put(todo.id(), todo);
    return todo;
  }

  synchronized List<Todo> all(Owner owner) {
    return new ArrayList<>(todos.getOrDefault(owner, Map.of()).values());
  }

  synchronized Optional<Todo> find(Owner owner, String id) {
    return Optional.ofNullable(todos.getOrDefault(owner, Map.of()).get(id));
  }

  synchronized Optional<Todo> change(Owner owner, String id, UnaryOperator<Todo> change) {
    return find(owner, id)
        .map(
            todo -> {
              Todo changed = change.apply(todo);
              todos.get(owner).put(id, changed);
              return changed;
            });
  }

  synchronized Optional<Todo> remove(Owner owner, String id) {
    Map<String, Todo> own = todos.getOrDefault(owner, new LinkedHashMap<>());
    Optional<Todo> removed = Optional.ofNullable(own.remove(id));
    if (own.isEmpty()) {
      todos.remove(owner);
    }
    return removed;
  }
}
