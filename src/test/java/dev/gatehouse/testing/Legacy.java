package dev.gatehouse.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/** Until 2025-11-25: a session for each request, whose questions come while the tool waits. */
record Legacy(Door door, String version, JsonObject capabilities) implements Dialect {
  private static final JsonObject FAILED =
      Json.createObjectBuilder().add("code", -32603).add("message", "Not in the script").build();

  @Override
  public Reply ask(Request request, Script.Reading answers, Received received) {
    Reply begun =
        door.post(Request.message(0, "initialize", introduction()), Map.of(), Legacy::nothing);
    Map<String, String> session =
        Map.of(
            "Mcp-Session-Id",
            begun.session().orElseThrow(() -> new AssertionError("No session: " + begun.error())),
            "MCP-Protocol-Version",
            version);
    try {
      prepare(begun, session);
      JsonObject message = request.message(Map.of(), JsonValue.EMPTY_JSON_OBJECT);
      Reply reply =
          door.refusable(message, session, event -> heard(event, session, answers, received));
      answers.checkAnswered();
      return reply;
    } finally {
      door.delete(session);
    }
  }

  private JsonObject introduction() {
    return Json.createObjectBuilder()
        .add("protocolVersion", version)
        .add("capabilities", capabilities)
        .add("clientInfo", Json.createObjectBuilder().add("name", "test").add("version", "1"))
        .build();
  }

  private void prepare(Reply begun, Map<String, String> session) {
    door.post(Request.notification("notifications/initialized"), session, Legacy::nothing);
    if (begun.result().orElseThrow().getJsonObject("capabilities").containsKey("logging")) {
      JsonObject all = Json.createObjectBuilder().add("level", "debug").build();
      door.post(Request.message(0, "logging/setLevel", all), session, Legacy::nothing);
    }
  }

  private void heard(
      JsonObject event, Map<String, String> session, Script.Reading answers, Received received) {
    if (!event.containsKey("id")) {
      received.add(event);
      return;
    }
    Optional<JsonObject> answer = answers.answer(event);
    var reply = Json.createObjectBuilder().add("jsonrpc", "2.0").add("id", event.get("id"));
    answer.ifPresentOrElse(a -> reply.add("result", a), () -> reply.add("error", FAILED));
    door.post(reply.build(), session, Legacy::nothing);
  }

  private static void nothing(JsonObject event) {}
}
