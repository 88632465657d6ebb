package dev.gatehouse.mcp.modern.round;

import dev.gatehouse.json.Json;
import dev.gatehouse.mcp.call.CanonicalJson;
import jakarta.json.JsonObject;

/** Whose state it is and of which request: digests, so that a state tells nothing when logged. */
record StateBinding(String caller, String request) {

  /** The name is that of the tool or prompt, or the URI of the resource. */
  static StateBinding of(String caller, String method, String name, JsonObject arguments) {
    return new StateBinding(
        CanonicalJson.digest(Json.createValue(caller)),
        CanonicalJson.digest(
            Json.createArrayBuilder().add(method).add(name).add(arguments).build()));
  }
}
