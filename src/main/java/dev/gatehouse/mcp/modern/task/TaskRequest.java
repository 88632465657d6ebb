package dev.gatehouse.mcp.modern.task;

import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.json.Json;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.CanonicalJson;
import dev.gatehouse.mcp.call.Params;
import dev.gatehouse.mcp.call.PreparedCall;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.function.UnaryOperator;

/**
 * A request of a client that takes tasks.
 *
 * @param complete adds what belongs around a result that is complete
 */
public record TaskRequest(
    JsonObject params,
    ClientCapabilities capabilities,
    Authorization access,
    UnaryOperator<JsonObjectBuilder> complete) {

  /** A digest of whose it is. */
  String caller() {
    return CanonicalJson.digest(Json.createValue(access.caller()));
  }

  /** What a task keeps of the call that it is. */
  JsonObject call() {
    return Json.createObjectBuilder()
        .add("name", Params.text(params, "name"))
        .add("arguments", Params.object(params, "arguments"))
        .build();
  }

  TaskCall call(StoredTask task, PreparedCall work, CallEnd end) {
    return new TaskCall(task, work, capabilities, complete, end);
  }
}
