package dev.gatehouse.mcp.modern.task;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a task is about.
 *
 * @param params of the call: {@code name} and {@code arguments}
 * @param answers of the client so far, raw, by key
 * @param requests what the client has to answer, by key
 * @param outcome nothing yet, or the member {@code result} or {@code error}
 * @param runs how often the method was begun
 */
record TaskContent(
    JsonObject params,
    Map<String, JsonObject> answers,
    JsonObject requests,
    JsonObject outcome,
    int runs) {
  TaskContent {
    answers = Map.copyOf(answers);
  }

  TaskContent asking(Map<String, JsonObject> accepted, JsonObject questions) {
    return new TaskContent(params, accepted, questions, outcome, runs);
  }

  /** With the answers to what was asked; others are left out. */
  TaskContent answered(JsonObject responses) {
    Map<String, JsonObject> all = new LinkedHashMap<>(answers);
    JsonObjectBuilder open = Json.createObjectBuilder();
    requests.forEach(
        (key, question) -> {
          if (responses.get(key) instanceof JsonObject answer) {
            all.put(key, answer);
          } else {
            open.add(key, question);
          }
        });
    return new TaskContent(params, all, open.build(), outcome, runs);
  }

  TaskContent begunAgain() {
    return new TaskContent(params, answers, requests, outcome, runs + 1);
  }

  TaskContent ended(JsonObject with) {
    return new TaskContent(params, Map.of(), JsonObject.EMPTY_JSON_OBJECT, with, runs);
  }

  JsonObject toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    answers.forEach(json::add);
    return Json.createObjectBuilder()
        .add("params", params)
        .add("answers", json)
        .add("requests", requests)
        .add("outcome", outcome)
        .add("runs", runs)
        .build();
  }

  /** Reads what {@link #toJson} wrote. */
  static TaskContent of(JsonObject json) {
    return new TaskContent(
        json.getJsonObject("params"),
        json.getJsonObject("answers").entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asJsonObject())),
        json.getJsonObject("requests"),
        json.getJsonObject("outcome"),
        json.getInt("runs"));
  }
}
