package dev.gatehouse.run.bench;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which answers are right. The first one is read as JSON; those after it need only be the same
 * bytes but for the id, and are read where they are not.
 */
final class Expected {
  static final int TODOS = 100;
  private static final Set<String> TOOLS =
      Set.of("create_todo", "list_todos", "get_todo", "update_todo", "delete_todo");

  private final Kind kind;
  private final String todo;
  private volatile Optional<Template> template = Optional.empty();

  /** The bytes of a right answer, and where the id is in them. */
  private record Template(byte[] bytes, int from, int to) {
    static Optional<Template> of(byte[] bytes, long id) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      String member = "\"id\":" + id;
      int at = text.indexOf(member);
      int end = at + member.length();
      return at < 0
          ? Optional.empty()
          : Optional.of(new Template(bytes, end - Long.toString(id).length(), end));
    }

    boolean isSame(byte[] other, long id) {
      byte[] digits = Long.toString(id).getBytes(StandardCharsets.ISO_8859_1);
      return other.length == bytes.length
          && digits.length == to - from
          && Arrays.equals(other, 0, from, bytes, 0, from)
          && Arrays.equals(other, from, to, digits, 0, digits.length)
          && Arrays.equals(other, to, other.length, bytes, to, bytes.length);
    }
  }

  Expected(Kind kind, String todo) {
    this.kind = kind;
    this.todo = todo;
  }

  boolean isRight(Answer answer, long id) {
    if (kind.isRefused()) {
      return answer.status() == 401;
    }
    if (answer.status() != 200) {
      return false;
    }
    if (template.filter(known -> known.isSame(answer.body(), id)).isPresent()) {
      return true;
    }
    boolean right = reads(answer.body(), id);
    if (right && template.isEmpty()) {
      template = Template.of(answer.body(), id);
    }
    return right;
  }

  private boolean reads(byte[] body, long id) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      JsonObject message = reader.readObject();
      return message.getInt("id", -1) == id
          && message.containsKey("result")
          && isResult(message.getJsonObject("result"));
    } catch (JsonException | ClassCastException e) {
      return false;
    }
  }

  private boolean isResult(JsonObject result) {
    if (kind == Kind.OTHERS_SESSION) {
      return true;
    }
    if (kind == Kind.TOOLS) {
      return result.getJsonArray("tools").stream()
          .map(tool -> tool.asJsonObject().getString("name"))
          .collect(Collectors.toSet())
          .equals(TOOLS);
    }
    if (result.getBoolean("isError", false)) {
      return false;
    }
    if (kind == Kind.ECHO) {
      return result.getJsonArray("content").getJsonObject(0).getString("text").equals(todo);
    }
    JsonObject value = result.getJsonObject("structuredContent");
    if (value == null) {
      return false;
    }
    return switch (kind) {
      case LIST -> value.getJsonArray("todos").size() == TODOS;
      case OTHERS_TODO -> value.containsKey("todo");
      default -> value.getJsonObject("todo").getString("id").equals(todo);
    };
  }
}
