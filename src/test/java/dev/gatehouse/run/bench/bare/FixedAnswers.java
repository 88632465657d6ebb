package dev.gatehouse.run.bench.bare;

import static java.util.stream.Collectors.joining;

import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers as large as Gatehouse's; only the message's id is put in. */
final class FixedAnswers {
  private static final byte[] HEAD = bytes("{\"jsonrpc\":\"2.0\",\"id\":");
  private static final String TODO =
      "{\"id\":\"3f1c2f5e-7a0b-4d55-9c1e-0b7f6a2d9e10\",\"title\":\"Todo %03d: water the plants\","
          + "\"description\":\"On day %<03d water every plant on the balcony and in the hall.\","
          + "\"completed\":false,\"createdAt\":\"2026-11-20T23:00:00.000Z\"}";
  private static final String TOOL =
      "{\"name\":\"%s\",\"title\":\"What it does with a todo\",\"description\":\"It does that with one of your todos\","
          + "\"inputSchema\":{\"type\":\"object\",\"properties\":{"
          + "\"todo_id\":{\"type\":\"string\",\"maxLength\":64,\"description\":\"The todo's id\"},"
          + "\"title\":{\"type\":\"string\",\"maxLength\":200,\"description\":\"What is to be done\"}},"
          + "\"required\":[\"todo_id\"],\"additionalProperties\":false},"
          + "\"outputSchema\":{\"type\":\"object\",\"properties\":{\"todo\":{\"type\":\"object\",\"properties\":{"
          + "\"id\":{\"type\":\"string\"},\"title\":{\"type\":\"string\"},\"description\":{\"type\":\"string\"},"
          + "\"completed\":{\"type\":\"boolean\"},\"createdAt\":{\"type\":\"string\"}}}},\"required\":[\"todo\"]},"
          + "\"annotations\":{\"idempotentHint\":true,\"openWorldHint\":false}}";

  private static final Map<String, byte[]> ANSWERS =
      Map.of(
          "initialize",
          tail(
              "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{}},"
                  + "\"serverInfo\":{\"name\":\"bare\",\"version\":\"1\"}}"),
          "tools/list",
          tail("{\"tools\":[" + tools() + "]}"),
          "get_todo",
          tail(result("{\"todo\":" + TODO.formatted(0) + "}")),
          "list_todos",
          tail(result("{\"todos\":[" + todos() + "]}")));

  private FixedAnswers() {}

  /** To a request for one of these; to any other one, an empty answer. */
  static byte[] to(JsonObject request) {
    String method = request.getString("method");
    String what =
        method.equals("tools/call") ? request.getJsonObject("params").getString("name") : method;
    byte[] id = bytes(request.get("id").toString());
    byte[] tail = ANSWERS.getOrDefault(what, new byte[0]);
    return ByteBuffer.allocate(HEAD.length + id.length + tail.length)
        .put(HEAD)
        .put(id)
        .put(tail)
        .array();
  }

  private static byte[] tail(String result) {
    return bytes(",\"result\":" + result + "}");
  }

  private static String result(String json) {
    return "{\"content\":[{\"type\":\"text\",\"text\":\"%s\"}],\"structuredContent\":%s,\"isError\":false}"
        .formatted(json.replace("\"", "\\\""), json);
  }

  private static String todos() {
    return IntStream.range(0, 100).mapToObj(TODO::formatted).collect(joining(","));
  }

  private static String tools() {
    return Stream.of("create_todo", "list_todos", "get_todo", "update_todo", "delete_todo")
        .map(TOOL::formatted)
        .collect(joining(","));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
