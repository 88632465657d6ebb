package dev.gatehouse.interaction;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the user did with a form or a page.
 *
 * @param content the fields of an accepted form, which fit its schema; else empty
 */
public record ElicitationResponse(Action action, JsonObject content) implements InputResponse {

  /** What the user chose: {@code DECLINE} is a no, {@code CANCEL} is no choice. */
  public enum Action {
    ACCEPT,
    DECLINE,
    CANCEL;

    static Optional<Action> in(JsonObject answer) {
      return answer.get("action") instanceof JsonString text
          ? Arrays.stream(values())
              .filter(action -> action.name().toLowerCase(Locale.ROOT).equals(text.getString()))
              .findFirst()
          : Optional.empty();
    }
  }

  public boolean isAccepted() {
    return action == Action.ACCEPT;
  }

  /** The text or single choice in this field. */
  public Optional<String> text(String field) {
    return content.get(field) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  /** The number in this field. */
  public Optional<BigDecimal> number(String field) {
    return content.get(field) instanceof JsonNumber number
        ? Optional.of(number.bigDecimalValue())
        : Optional.empty();
  }

  /** The answer to a yes-or-no field. */
  public Optional<Boolean> flag(String field) {
    JsonValue.ValueType type = content.getOrDefault(field, JsonValue.NULL).getValueType();
    return type == JsonValue.ValueType.TRUE || type == JsonValue.ValueType.FALSE
        ? Optional.of(type == JsonValue.ValueType.TRUE)
        : Optional.empty();
  }

  /** The choices in this field; none if it was left out. */
  public List<String> choices(String field) {
    return content.get(field) instanceof JsonArray array
        ? array.getValuesAs(JsonString::getString)
        : List.of();
  }
}
