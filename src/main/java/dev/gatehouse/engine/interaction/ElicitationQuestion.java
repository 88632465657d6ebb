package dev.gatehouse.engine.interaction;

import dev.gatehouse.engine.schema.FormSchema;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.engine.schema.UnusableTypeException;
import dev.gatehouse.interaction.Capability;
import dev.gatehouse.interaction.ElicitationResponse;
import dev.gatehouse.interaction.ElicitationResponse.Action;
import dev.gatehouse.interaction.FormElicitation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.InputResponse;
import dev.gatehouse.interaction.JsonElicitation;
import dev.gatehouse.interaction.UrlElicitation;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Asks a client's user, and reads what the user did. */
final class ElicitationQuestion {
  private static final String METHOD = "elicitation/create";

  // A record does not change, so its form is made once.
  private static final ClassValue<FormSchema> FORMS =
      new ClassValue<>() {
        @Override
        protected FormSchema computeValue(Class<?> type) {
          try {
            return FormSchema.of(type.asSubclass(Record.class));
          } catch (UnusableTypeException e) {
            throw new IllegalArgumentException("No form: " + e.getMessage(), e);
          }
        }
      };

  private ElicitationQuestion() {}

  static Question of(FormElicitation<?> form) {
    FormSchema schema = FORMS.get(form.form());
    return form(form.message(), schema.schema(), content -> read(schema, content));
  }

  private static Optional<Object> read(FormSchema schema, JsonObject content) {
    JsonObject known = schema.known(content);
    try {
      return fits(known) ? Optional.of(schema.read(known)) : Optional.empty();
    } catch (InvalidArgumentsException e) {
      return Optional.empty();
    }
  }

  static Question of(JsonElicitation form) {
    return form(
        form.message(),
        form.schema(),
        content -> Optional.<Object>of(content).filter(any -> fits(content)));
  }

  private static boolean fits(JsonObject content) {
    int bytes = content.toString().getBytes(StandardCharsets.UTF_8).length;
    return bytes <= Input.MAX_FORM_BYTES;
  }

  // The mode came with 2025-11-25, and there it may be left out.
  private static Question form(
      String message, JsonObject schema, Function<JsonObject, Optional<Object>> content) {
    JsonObject asked =
        Json.createObjectBuilder().add("message", message).add("requestedSchema", schema).build();
    return new Question(
        METHOD,
        Json.createObjectBuilder()
            .add("mode", "form")
            .addAll(Json.createObjectBuilder(asked))
            .build(),
        asked,
        Set.of(Capability.ELICITATION_FORM),
        answer -> action(answer).flatMap(action -> form(action, answer, content)));
  }

  private static Optional<InputResponse> form(
      Action action, JsonObject answer, Function<JsonObject, Optional<Object>> content) {
    if (action != Action.ACCEPT) {
      return Optional.of(new ElicitationResponse<>(action, Optional.empty()));
    }
    return content(answer)
        .flatMap(content)
        .map(read -> new ElicitationResponse<>(action, Optional.of(read)));
  }

  // Null is absent, and a form may have nothing that must be filled in.
  private static Optional<JsonObject> content(JsonObject answer) {
    JsonValue content = answer.getOrDefault("content", JsonValue.NULL);
    if (content.equals(JsonValue.NULL)) {
      return Optional.of(JsonValue.EMPTY_JSON_OBJECT);
    }
    return content instanceof JsonObject given ? Optional.of(given) : Optional.empty();
  }

  static Question of(UrlElicitation page) {
    return new Question(
        METHOD,
        page(page).build(),
        page(page).add("elicitationId", page.elicitationId()).build(),
        Set.of(Capability.ELICITATION_URL),
        answer ->
            action(answer).map(action -> new ElicitationResponse<>(action, Optional.empty())));
  }

  private static JsonObjectBuilder page(UrlElicitation page) {
    return Json.createObjectBuilder()
        .add("mode", "url")
        .add("message", page.message())
        .add("url", page.url().toString());
  }

  private static Optional<Action> action(JsonObject answer) {
    return answer.get("action") instanceof JsonString text
        ? Arrays.stream(Action.values())
            .filter(action -> action.name().toLowerCase(Locale.ROOT).equals(text.getString()))
            .findFirst()
        : Optional.empty();
  }
}
