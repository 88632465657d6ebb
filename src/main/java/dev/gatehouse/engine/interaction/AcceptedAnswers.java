package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.InputResponse;
import dev.gatehouse.interaction.UnansweredException;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The answers of one call: what was given, and what of it was accepted. */
final class AcceptedAnswers {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private final Map<String, JsonObject> given;
  private final Map<String, JsonObject> accepted = new LinkedHashMap<>();

  AcceptedAnswers(Map<String, JsonObject> given) {
    this.given = new LinkedHashMap<>(given);
  }

  void add(Map<String, JsonObject> more) {
    given.putAll(more);
  }

  Map<String, JsonObject> accepted() {
    return Collections.unmodifiableMap(accepted);
  }

  /** Accepts the answer to this question, if there is one that fits. */
  Optional<InputResponse> read(String key, Question question) {
    Optional<JsonObject> answer = Optional.ofNullable(given.get(key));
    Optional<InputResponse> response = answer.flatMap(question.answer());
    if (response.isPresent()) {
      accepted.put(key, answer.get());
      checkSize();
    }
    return response;
  }

  private void checkSize() {
    int bytes = 0;
    for (JsonObject answer : accepted.values()) {
      bytes += answer.toString().getBytes(StandardCharsets.UTF_8).length;
    }
    if (bytes > Input.MAX_BYTES) {
      throw new UnansweredException("The answers are larger than " + Input.MAX_BYTES + " bytes");
    }
  }

  void checkKeys(Set<String> keys) {
    for (String key : keys) {
      if (!KEY.matcher(key).matches()) {
        throw new IllegalArgumentException("A key is 1 to 64 letters, digits and _.-");
      }
    }
    long fresh = keys.stream().filter(key -> !accepted.containsKey(key)).count();
    if (accepted.size() + fresh > Input.MAX_KEYS) {
      throw new IllegalArgumentException("A call may ask at most " + Input.MAX_KEYS + " questions");
    }
  }
}
