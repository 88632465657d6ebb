package dev.gatehouse.example.todo;

import dev.gatehouse.security.Caller;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import dev.gatehouse.tool.ToolFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Five tools on the caller's own todos; their names, arguments and results are those of Scalekit's
 * todo server for FastMCP, so that a client of that one finds the same here.
 *
 * @see <a href="https://docs.scalekit.com/authenticate/mcp/fastmcp-quickstart">Scalekit's FastMCP
 *     quickstart</a>
 */
@ApplicationScoped
public class TodoTools {
  private static final String READ = "todo:read";
  private static final String WRITE = "todo:write";
  // Not @NotBlank, which an absent Optional would not pass either.
  private static final String VISIBLE = "[\\s\\S]*\\S[\\s\\S]*";
  private static final String BLANK = "must not be blank";

  @Inject TodoStore store;
  @Inject Caller caller;

  @Tool(
      name = "create_todo",
      title = "Create a todo",
      description = "Create a todo",
      destructive = false,
      openWorld = false)
  @RequiresScope(WRITE)
  TodoResult createTodo(
      @ToolArg(description = "What is to be done") @NotBlank @Size(max = 200) String title,
      @ToolArg(description = "More about it") Optional<@Size(max = 2000) String> description) {
    Todo todo =
        new Todo(
            UUID.randomUUID().toString(),
            kept("title", title),
            kept("description", description.orElse("")),
            false,
            Instant.now().truncatedTo(ChronoUnit.MILLIS));
    return new TodoResult(store.add(owner(), todo));
  }

  @Tool(
      name = "list_todos",
      title = "List todos",
      description = "List your todos, oldest first",
      readOnly = true,
      openWorld = false)
  @RequiresScope(READ)
  Todos listTodos(
      @ToolArg(description = "Only completed ones (true) or only open ones (false)")
          Optional<Boolean> completed,
      @ToolArg(description = "The nextCursor of the answer before, for the rest of its list")
          Optional<@Size(max = 64) String> cursor,
      @ToolArg(description = "How many at most; 100 unless you say so")
          Optional<@Min(1) @Max(TodoStore.MAX_PER_OWNER) Integer> limit) {
    return store.page(owner(), PageRequest.of(completed, cursor, limit));
  }

  @Tool(
      name = "get_todo",
      title = "Get a todo",
      description = "Get one of your todos",
      readOnly = true,
      openWorld = false)
  @RequiresScope(READ)
  TodoResult getTodo(
      @ToolArg(name = "todo_id", description = "The todo's id") @Size(max = 64) String id) {
    return new TodoResult(store.find(owner(), id).orElseThrow(() -> unknown(id)));
  }

  @Tool(
      name = "update_todo",
      title = "Update a todo",
      description = "Change the title, the description or the state of one of your todos",
      idempotent = true,
      openWorld = false)
  @RequiresScope(WRITE)
  TodoResult updateTodo(
      @ToolArg(name = "todo_id", description = "The todo's id") @Size(max = 64) String id,
      @ToolArg(description = "The new title")
          Optional<@Pattern(regexp = VISIBLE, message = BLANK) @Size(max = 200) String> title,
      @ToolArg(description = "The new description") Optional<@Size(max = 2000) String> description,
      @ToolArg(description = "Whether it is done") Optional<Boolean> completed) {
    UnaryOperator<Todo> change =
        todo ->
            new Todo(
                todo.id(),
                kept("title", title.orElse(todo.title())),
                kept("description", description.orElse(todo.description())),
                completed.orElse(todo.completed()),
                todo.createdAt());
    return new TodoResult(store.change(owner(), id, change).orElseThrow(() -> unknown(id)));
  }

  @Tool(
      name = "delete_todo",
      title = "Delete a todo",
      description = "Delete one of your todos",
      idempotent = true,
      openWorld = false)
  @RequiresScope(WRITE)
  DeletedTodo deleteTodo(
      @ToolArg(name = "todo_id", description = "The todo's id") @Size(max = 64) String id) {
    return new DeletedTodo(store.remove(owner(), id).orElseThrow(() -> unknown(id)).id());
  }

  private Owner owner() {
    return new Owner(caller.issuer(), caller.organization().orElse(""), caller.subject());
  }

  // Databases refuse or change what is no text in UTF-8, and PostgreSQL the character 0.
  private static String kept(String name, String text) {
    if (text.indexOf(0) >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new ToolFailure(name + " has a character that can't be kept");
    }
    return text;
  }

  // The same for another caller's todo and for none at all.
  private static ToolFailure unknown(String id) {
    return new ToolFailure("You have no todo with the id " + id);
  }
}
