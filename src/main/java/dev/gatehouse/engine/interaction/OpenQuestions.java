package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.InputRequiredException;
import dev.gatehouse.json.Json;
import jakarta.ejb.ApplicationException;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends this round of a call, and tells what the client has to be asked. */
@ApplicationException(rollback = true)
public final class OpenQuestions extends InputRequiredException {
  private static final long serialVersionUID = 1L;
  private final transient Map<String, Question> open;
  private final transient Map<String, JsonObject> accepted;

  /** Asks for {@code open}; {@code accepted} is what need not be asked for again. */
  public OpenQuestions(Map<String, Question> open, Map<String, JsonObject> accepted) {
    this.open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
    this.accepted = Map.copyOf(accepted);
  }

  /** The questions, in the order of the tool. */
  public Map<String, Question> open() {
    return open;
  }

  /** The answers so far, raw, by key. */
  public Map<String, JsonObject> accepted() {
    return accepted;
  }

  /** The member {@code inputRequests} of the result. */
  public JsonObject inputRequests() {
    var json = Json.createObjectBuilder();
    open.forEach((key, question) -> json.add(key, question.toJson()));
    return json.build();
  }
}
