package bench;

import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolCallException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The five tools, with their result as it is in Gatehouse's example. */
@Singleton
public class TodoTools {
  private static final String READ = "todo:read";
  private static final String WRITE = "todo:write";

  private final Map<String, Todo> todos = Collections.synchronizedMap(new LinkedHashMap<>());

  /** What a tool made, found or changed. */
  public record TodoResult(Todo todo) {}

  /** All of them, oldest first. */
  public record Todos(List<Todo> todos) {}

  /** What is gone. */
  public record DeletedTodo(String id) {}

  @Tool(name = "create_todo", description = "Create a todo", structuredContent = true)
  @RolesAllowed(WRITE)
  TodoResult create(
      @ToolArg(description = "What is to be done") String title,
      @ToolArg(description = "More about it") Optional<String> description) {
    String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    return kept(
        new Todo(UUID.randomUUID().toString(), title, description.orElse(""), false, now));
  }

  @Tool(name = "list_todos", description = "List your todos, oldest first", structuredContent = true)
  @RolesAllowed(READ)
  Todos list(
      @ToolArg(description = "Only completed ones (true) or only open ones (false)")
          Optional<Boolean> completed) {
    synchronized (todos) {
      return new Todos(
          todos.values().stream()
              .filter(todo -> completed.isEmpty() || completed.get() == todo.completed())
              .toList());
    }
  }

  @Tool(name = "get_todo", description = "Get one of your todos", structuredContent = true)
  @RolesAllowed(READ)
  TodoResult get(@ToolArg(name = "todo_id", description = "The todo's id") String id) {
    return new TodoResult(found(id));
  }

  @Tool(
      name = "update_todo",
      description = "Change the title, the description or the state of one of your todos",
      structuredContent = true)
  @RolesAllowed(WRITE)
  TodoResult update(
      @ToolArg(name = "todo_id", description = "The todo's id") String id,
      @ToolArg(description = "The new title") Optional<String> title,
      @ToolArg(description = "The new description") Optional<String> description,
      @ToolArg(description = "Whether it is done") Optional<Boolean> completed) {
    Todo todo = found(id);
    return kept(
        new Todo(
            id,
            title.orElse(todo.title()),
            description.orElse(todo.description()),
            completed.orElse(todo.completed()),
            todo.createdAt()));
  }

  @Tool(name = "delete_todo", description = "Delete one of your todos", structuredContent = true)
  @RolesAllowed(WRITE)
  DeletedTodo delete(@ToolArg(name = "todo_id", description = "The todo's id") String id) {
    found(id);
    todos.remove(id);
    return new DeletedTodo(id);
  }

  private TodoResult kept(Todo todo) {
    todos.put(todo.id(), todo);
    return new TodoResult(todo);
  }

  private Todo found(String id) {
    return Optional.ofNullable(todos.get(id))
        .orElseThrow(() -> new ToolCallException("You have no todo with the id " + id));
  }
}
