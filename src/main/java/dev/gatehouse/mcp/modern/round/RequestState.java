package dev.gatehouse.mcp.modern.round;

import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.UnansweredException;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client carries from one round of a call to the next.
 *
 * @param expires in whole milliseconds
 * @param answers the accepted answers, raw, by key
 * @param asked the keys that the last round asked for
 * @param round how often the client was asked; from 1
 */
record RequestState(
    StateBinding binding,
    Instant expires,
    Map<String, JsonObject> answers,
    Set<String> asked,
    int round) {

  /** How long a client may take for its answers. */
  static final Duration LIFETIME = Duration.ofMinutes(15);

  RequestState {
    expires = expires.truncatedTo(ChronoUnit.MILLIS);
    answers = Map.copyOf(answers);
    asked = Set.copyOf(asked);
    if (round < 1) {
      throw new IllegalArgumentException("Rounds count from 1");
    }
  }

  /** After the first round, in which nothing was accepted yet. */
  static RequestState first(StateBinding binding, Set<String> asked, Instant now) {
    return new RequestState(binding, now.plus(LIFETIME), Map.of(), asked, 1);
  }

  /**
   * After one more round.
   *
   * @throws UnansweredException when there were too many
   */
  RequestState next(Map<String, JsonObject> accepted, Set<String> nowAsked, Instant now) {
    if (round >= Input.MAX_ROUNDS) {
      throw new UnansweredException(
          "There was no usable answer in " + Input.MAX_ROUNDS + " rounds");
    }
    return new RequestState(binding, now.plus(LIFETIME), accepted, nowAsked, round + 1);
  }

  /** The accepted answers and these new ones; those that nobody asked for are left out. */
  Map<String, JsonObject> answers(JsonObject inputResponses) {
    Map<String, JsonObject> all = new LinkedHashMap<>(answers);
    for (String key : asked) {
      if (inputResponses.get(key) instanceof JsonObject answer) {
        all.put(key, answer);
      }
    }
    return all;
  }

  /** Answers of a client that knows the questions of the first round before they are asked. */
  static Map<String, JsonObject> unasked(JsonObject inputResponses) {
    Map<String, JsonObject> all = new LinkedHashMap<>();
    inputResponses.forEach(
        (key, response) -> {
          if (response instanceof JsonObject answer) {
            all.put(key, answer);
          }
        });
    return all;
  }

  JsonObject toJson() {
    var json = Json.createObjectBuilder();
    answers.forEach(json::add);
    return Json.createObjectBuilder()
        .add("caller", binding.caller())
        .add("request", binding.request())
        .add("expires", expires.toEpochMilli())
        .add("answers", json)
        .add("asked", Json.createArrayBuilder(asked))
        .add("round", round)
        .build();
  }

  /** Reads what {@link #toJson} wrote, and nothing else. */
  static RequestState of(JsonObject json) {
    return new RequestState(
        new StateBinding(json.getString("caller"), json.getString("request")),
        Instant.ofEpochMilli(json.getJsonNumber("expires").longValueExact()),
        json.getJsonObject("answers").entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asJsonObject())),
        json.getJsonArray("asked").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .collect(Collectors.toSet()),
        json.getInt("round"));
  }
}
