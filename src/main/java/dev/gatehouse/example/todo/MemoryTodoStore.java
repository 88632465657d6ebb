package dev.gatehouse.example.todo;

import dev.gatehouse.tool.ToolFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Todos in the memory of one node, bounded in both directions. */
final class MemoryTodoStore implements TodoStore {
  static final int MAX_OWNERS = 10_000;

  private final Map<Owner, Map<String, PlacedTodo>> todos = new LinkedHashMap<>();
  private long places;

  @Override
  public synchronized Todo add(Owner owner, Todo todo) {
    Map<String, PlacedTodo> own = todos.get(owner);
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
    places++;
    own.put(todo.id(), new PlacedTodo(places, todo));
    return todo;
  }

  @Override
  public synchronized Todos page(Owner owner, PageRequest page) {
    List<PlacedTodo> found =
        own(owner).values().stream()
            .filter(placed -> placed.place() > page.after() && page.wants(placed.todo()))
            .limit(page.limit() + 1L)
            .toList();
    return PlacedTodo.page(found, page.limit());
  }

  @Override
  public synchronized Optional<Todo> find(Owner owner, String id) {
    return Optional.ofNullable(own(owner).get(id)).map(PlacedTodo::todo);
  }

  @Override
  public synchronized Optional<Todo> change(Owner owner, String id, UnaryOperator<Todo> change) {
    return Optional.ofNullable(
            own(owner)
                .computeIfPresent(
                    id, (key, old) -> new PlacedTodo(old.place(), change.apply(old.todo()))))
        .map(PlacedTodo::todo);
  }

  @Override
  public synchronized Optional<Todo> remove(Owner owner, String id) {
    Map<String, PlacedTodo> own = own(owner);
    Optional<Todo> removed = Optional.ofNullable(own.remove(id)).map(PlacedTodo::todo);
    if (own.isEmpty()) {
      todos.remove(owner);
    }
    return removed;
  }

  private Map<String, PlacedTodo> own(Owner owner) {
    return todos.getOrDefault(owner, new LinkedHashMap<>());
  }
}
