package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.Capability;
import dev.gatehouse.interaction.FormElicitation;
import dev.gatehouse.interaction.InputRequest;
import dev.gatehouse.interaction.InputResponse;
import dev.gatehouse.interaction.JsonElicitation;
import dev.gatehouse.interaction.SamplingRequest;
import dev.gatehouse.interaction.UrlElicitation;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What an author asks, in the protocol's words.
 *
 * @param method the JSON-RPC method, in both eras
 * @param params its params since 2026-07-28
 * @param earlierParams the params of the request that older revisions send
 * @param needs what the client must have declared; never empty
 * @param answer reads an answer; empty if it can't be accepted, so that it must be asked for again
 */
public record Question(
    String method,
    JsonObject params,
    JsonObject earlierParams,
    Set<Capability> needs,
    Function<JsonObject, Optional<InputResponse>> answer) {

  static Question of(InputRequest request) {
    if (request instanceof FormElicitation<?> form) {
      return ElicitationQuestion.of(form);
    }
    if (request instanceof JsonElicitation form) {
      return ElicitationQuestion.of(form);
    }
    if (request instanceof UrlElicitation page) {
      return ElicitationQuestion.of(page);
    }
    if (request instanceof SamplingRequest sampling) {
      return SamplingQuestion.of(sampling);
    }
    return new Question(
        "roots/list",
        JsonValue.EMPTY_JSON_OBJECT,
        JsonValue.EMPTY_JSON_OBJECT,
        Set.of(Capability.ROOTS),
        RootsAnswer::read);
  }

  /** The value in {@code inputRequests}: method and params. */
  JsonObject toJson() {
    return Json.createObjectBuilder().add("method", method).add("params", params).build();
  }
}
