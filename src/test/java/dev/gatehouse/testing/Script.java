package dev.gatehouse.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client answers when it is asked, in this order; it declares what it has answers for.
 *
 * @param user to forms and pages
 * @param model to requests for sampling
 * @param roots the directories, as often as it is asked for them
 */
record Script(List<JsonObject> user, List<JsonObject> model, Optional<JsonObject> roots) {
  static final Script NONE = new Script(List.of(), List.of(), Optional.empty());

  private static final JsonObject YES = JsonValue.EMPTY_JSON_OBJECT;

  Script withUser(JsonObject answer) {
    return new Script(added(user, answer), model, roots);
  }

  Script withModel(JsonObject answer) {
    return new Script(user, added(model, answer), roots);
  }

  Script withRoots(JsonObject answer) {
    return new Script(user, model, Optional.of(answer));
  }

  private static List<JsonObject> added(List<JsonObject> answers, JsonObject answer) {
    return Stream.concat(answers.stream(), Stream.of(answer)).toList();
  }

  JsonObject capabilities() {
    var capabilities = Json.createObjectBuilder();
    if (!user.isEmpty()) {
      capabilities.add("elicitation", Json.createObjectBuilder().add("form", YES).add("url", YES));
    }
    if (!model.isEmpty()) {
      capabilities.add("sampling", Json.createObjectBuilder().add("context", YES));
    }
    roots.ifPresent(any -> capabilities.add("roots", YES));
    return capabilities.build();
  }

  Reading read() {
    return new Reading(new ArrayDeque<>(user), new ArrayDeque<>(model), roots);
  }

  /** The answers of one call. */
  static final class Reading {
    private final Deque<JsonObject> user;
    private final Deque<JsonObject> model;
    private final Optional<JsonObject> roots;
    private final List<String> asked = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();

    private Reading(Deque<JsonObject> user, Deque<JsonObject> model, Optional<JsonObject> roots) {
      this.user = user;
      this.model = model;
      this.roots = roots;
    }

    /** The answer to a question, as method and params; empty if the script has none. */
    Optional<JsonObject> answer(JsonObject question) {
      String told = told(question);
      asked.add(told);
      Optional<JsonObject> answer =
          switch (question.getString("method")) {
            case "elicitation/create" -> Optional.ofNullable(user.poll());
            case "sampling/createMessage" -> Optional.ofNullable(model.poll());
            default -> roots;
          };
      if (answer.isEmpty()) {
        unanswered.add(told);
      }
      return answer;
    }

    // What the user reads, or the model; else the method.
    private static String told(JsonObject question) {
      JsonObject params = question.getOrDefault("params", YES).asJsonObject();
      return params.containsKey("messages")
          ? params.get("messages").toString()
          : params.getString("message", question.getString("method"));
    }

    List<String> asked() {
      return List.copyOf(asked);
    }

    void checkAnswered() {
      if (!unanswered.isEmpty()) {
        throw new AssertionError("Asked what the script does not answer: " + unanswered);
      }
    }

    void checkAsked() {
      if (user.size() + model.size() > 0) {
        throw new AssertionError(
            "Nobody asked for these answers: %s; the questions were %s"
                .formatted(Stream.concat(user.stream(), model.stream()).toList(), asked));
      }
    }
  }
}
