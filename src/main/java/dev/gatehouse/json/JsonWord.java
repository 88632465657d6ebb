package dev.gatehouse.json;

import jakarta.json.JsonValue;

/** The text of a number or a constant; constants would make theirs each time. */
final class JsonWord {
  private JsonWord() {}

  static String of(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> "true";
      case FALSE -> "false";
      case NULL -> "null";
      default -> value.toString();
    };
  }
}
