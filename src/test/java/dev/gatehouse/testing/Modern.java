package dev.gatehouse.testing;

import dev.gatehouse.mcp.method.McpMethod;
import dev.gatehouse.mcp.modern.task.Tasks;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/** Since 2026-07-28: each request says all about itself, and comes again with the answers. */
record Modern(Door door, String version, JsonObject capabilities) implements Dialect {
  private static final JsonObject YES = JsonValue.EMPTY_JSON_OBJECT;

  @Override
  public Reply ask(Request request, Script.Reading answers, Received received) {
    JsonObject more = JsonValue.EMPTY_JSON_OBJECT;
    while (true) {
      received.clear();
      Reply reply = door.refusable(message(request, more), headers(request), received::add);
      JsonObject result = reply.result().orElse(JsonValue.EMPTY_JSON_OBJECT);
      if (result.containsKey("taskId")) {
        return new TaskPolling(this, result.getString("taskId"), answers).end();
      }
      if (!result.containsKey("inputRequests")) {
        return reply;
      }
      more = answered(result, answers);
    }
  }

  /** One message about a task. */
  Reply about(Request request) {
    return door.refusable(
        message(request, JsonValue.EMPTY_JSON_OBJECT), headers(request), event -> {});
  }

  private JsonObject message(Request request, JsonObject more) {
    return request.message(
        Map.of(
            "protocolVersion", Json.createValue(version),
            "clientCapabilities", withTasks(),
            "logLevel", Json.createValue("debug")),
        more);
  }

  private JsonObject withTasks() {
    return Json.createObjectBuilder(capabilities)
        .add("extensions", Json.createObjectBuilder().add(Tasks.EXTENSION, YES))
        .build();
  }

  private Map<String, String> headers(Request request) {
    Map<String, String> headers = new HashMap<>(request.headers());
    headers.put("MCP-Protocol-Version", version);
    headers.put("Mcp-Method", request.method());
    McpMethod.find(request.method())
        .flatMap(McpMethod::namedBy)
        .ifPresent(
            member -> headers.put("Mcp-Name", HeaderText.of(request.params().getString(member))));
    return headers;
  }

  /** The answers to what a result asks for. */
  static JsonObjectBuilder responses(JsonObject result, Script.Reading answers) {
    JsonObjectBuilder responses = Json.createObjectBuilder();
    result
        .getJsonObject("inputRequests")
        .forEach(
            (key, question) ->
                answers
                    .answer(question.asJsonObject())
                    .ifPresent(answer -> responses.add(key, answer)));
    answers.checkAnswered();
    return responses;
  }

  private static JsonObject answered(JsonObject result, Script.Reading answers) {
    return Json.createObjectBuilder()
        .add("inputResponses", responses(result, answers))
        .add("requestState", result.get("requestState"))
        .build();
  }
}
