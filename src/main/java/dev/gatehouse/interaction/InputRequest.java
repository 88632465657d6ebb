package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/** A question to the client: to its user, its model, or itself. */
public sealed interface InputRequest
    permits FormElicitation, UrlElicitation, SamplingRequest, RootsRequest {

  /** The JSON-RPC method, in both eras. */
  String method();

  /** The params since 2026-07-28. */
  JsonObject params();

  /** The params of the request that older revisions send. */
  default JsonObject legacyParams() {
    return params();
  }

  /** What the client must have declared; never empty. */
  Set<Capability> needs();

  /** The answer in this JSON; empty if it can't be accepted, so that it must be asked for again. */
  Optional<? extends InputResponse> read(JsonObject answer);

  /** What the client must declare, as {@code data.requiredCapabilities} of error -32021. */
  default JsonObject requiredCapabilities() {
    return Capability.toJson(needs());
  }

  /** The value in {@code inputRequests}: method and params. */
  default JsonObject toJson() {
    return Json.createObjectBuilder().add("method", method()).add("params", params()).build();
  }
}
