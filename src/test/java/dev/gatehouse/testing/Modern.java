package dev.gatehouse.testing;

import dev.gatehouse.mcp.method.McpMethod;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/** Since 2026-07-28: each request says all about itself, and comes again with the answers. */
record Modern(Door door, String version, JsonObject capabilities) implements Dialect {

  @Override
  public Reply ask(Request request, Script.Reading answers, Received received) {
    JsonObject more = JsonValue.EMPTY_JSON_OBJECT;
    while (true) {
      received.clear();
      Reply reply = door.refusable(message(request, more), headers(request), received::add);
      JsonObject result = reply.result().orElse(JsonValue.EMPTY_JSON_OBJECT);
      if (!result.containsKey("inputRequests")) {
        return reply;
      }
      more = answered(result, answers);
    }
  }

  private JsonObject message(Request request, JsonObject more) {
    return request.message(
        Map.of(
            "protocolVersion", Json.createValue(version),
            "clientCapabilities", capabilities,
            "logLevel", Json.createValue("debug")),
        more);
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

  private static JsonObject answered(JsonObject result, Script.Reading answers) {
    JsonObjectBuilder responses = Json.createObjectBuilder();
    result
        .getJsonObject("inputRequests")
        .forEach(
            (key, question) ->
                answers
                    .answer(question.asJsonObject())
                    .ifPresent(answer -> responses.add(key, answer)));
    answers.checkAnswered();
    return Json.createObjectBuilder()
        .add("inputResponses", responses)
        .add("requestState", result.get("requestState"))
        .build();
  }
}
