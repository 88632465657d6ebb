package bench;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The five tools, with their result as it is in Gatehouse's example. */
final class TodoTools {
  private static final McpJsonMapper JSON = McpJsonDefaults.getMapper();
  private static final String READ = "todo:read";
  private static final String WRITE = "todo:write";

  private static final String ID =
      "\"todo_id\":{\"type\":\"string\",\"description\":\"The todo's id\"}";
  private static final String TODO =
      "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},\"title\":{\"type\":\"string\"},"
          + "\"description\":{\"type\":\"string\"},\"completed\":{\"type\":\"boolean\"},"
          + "\"createdAt\":{\"type\":\"string\"}},\"required\":[\"id\",\"title\",\"completed\",\"createdAt\"]}";
  private static final String ONE = output("\"todo\":" + TODO, "todo");

  private final Map<String, Todo> todos = Collections.synchronizedMap(new LinkedHashMap<>());

  List<SyncToolSpecification> all() {
    String text = "\"title\":{\"type\":\"string\"},\"description\":{\"type\":\"string\"}";
    String state = "\"completed\":{\"type\":\"boolean\"}";
    return List.of(
        tool("create_todo", "Create a todo", input(text, "title"), ONE, WRITE, this::create),
        tool(
            "list_todos",
            "List your todos, oldest first",
            input(state),
            output("\"todos\":{\"type\":\"array\",\"items\":" + TODO + "}", "todos"),
            READ,
            this::list),
        tool("get_todo", "Get one of your todos", input(ID, "todo_id"), ONE, READ, this::get),
        tool(
            "update_todo",
            "Change the title, the description or the state of one of your todos",
            input(ID + "," + text + "," + state, "todo_id"),
            ONE,
            WRITE,
            this::update),
        tool(
            "delete_todo",
            "Delete one of your todos",
            input(ID, "todo_id"),
            output("\"id\":{\"type\":\"string\"}", "id"),
            WRITE,
            this::delete));
  }

  private CallToolResult create(Map<String, Object> arguments) {
    return kept(
        new Todo(
            UUID.randomUUID().toString(),
            (String) arguments.get("title"),
            (String) arguments.getOrDefault("description", ""),
            false,
            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()));
  }

  private CallToolResult list(Map<String, Object> arguments) {
    Object wanted = arguments == null ? null : arguments.get("completed");
    synchronized (todos) {
      return result(
          Map.of(
              "todos",
              todos.values().stream()
                  .filter(todo -> wanted == null || wanted.equals(todo.completed()))
                  .map(Todo::members)
                  .toList()));
    }
  }

  private CallToolResult get(Map<String, Object> arguments) {
    Todo todo = todos.get(arguments.get("todo_id"));
    return todo == null ? unknown(arguments) : result(Map.of("todo", todo.members()));
  }

  private CallToolResult update(Map<String, Object> arguments) {
    Todo todo = todos.get(arguments.get("todo_id"));
    if (todo == null) {
      return unknown(arguments);
    }
    return kept(
        new Todo(
            todo.id(),
            (String) arguments.getOrDefault("title", todo.title()),
            (String) arguments.getOrDefault("description", todo.description()),
            (Boolean) arguments.getOrDefault("completed", todo.completed()),
            todo.createdAt()));
  }

  private CallToolResult delete(Map<String, Object> arguments) {
    Todo todo = todos.remove(arguments.get("todo_id"));
    return todo == null ? unknown(arguments) : result(Map.of("id", todo.id()));
  }

  private CallToolResult kept(Todo todo) {
    todos.put(todo.id(), todo);
    return result(Map.of("todo", todo.members()));
  }

  private static CallToolResult result(Map<String, Object> value) {
    try {
      return CallToolResult.builder()
          .structuredContent(value)
          .content(List.of(TextContent.builder(JSON.writeValueAsString(value)).build()))
          .isError(false)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CallToolResult unknown(Map<String, Object> arguments) {
    return failure("You have no todo with the id " + arguments.get("todo_id"));
  }

  private static CallToolResult failure(String text) {
    return CallToolResult.builder()
        .content(List.of(TextContent.builder(text).build()))
        .isError(true)
        .build();
  }

  private static String input(String properties, String... required) {
    return "{\"type\":\"object\",\"properties\":{%s},\"required\":[%s]}"
        .formatted(properties, required.length == 0 ? "" : "\"" + required[0] + "\"");
  }

  private static String output(String properties, String required) {
    return input(properties, required);
  }

  @SuppressWarnings("unchecked")
  private static SyncToolSpecification tool(
      String name,
      String description,
      String input,
      String output,
      String scope,
      Function<Map<String, Object>, CallToolResult> method) {
    try {
      return SyncToolSpecification.builder()
          .tool(
              Tool.builder(name, JSON, input)
                  .description(description)
                  .outputSchema(JSON.readValue(output, Map.class))
                  .build())
          .callHandler(
              (context, request) ->
                  Scopes.of(context).contains(scope)
                      ? method.apply(request.arguments())
                      : failure("insufficient_scope: " + scope))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
