package dev.gatehouse.schema;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one call's arguments. */
final class Problems {
  private static final int MAX = 50;
  private static final int MAX_ECHO = 64;

  private final List<String> found = new ArrayList<>();

  /** Notes a problem; null, so that a reader can return it. */
  Object add(String path, String problem) {
    if (found.size() < MAX) {
      found.add(path + ": " + problem);
    }
    return null;
  }

  Object wrongType(String path, String expected, JsonValue value) {
    return add(path, "must be " + expected + ", not " + kind(value));
  }

  /** At most 64 characters of what a stranger sent. */
  static String brief(String text) {
    return text.length() <= MAX_ECHO ? text : text.substring(0, MAX_ECHO) + "…";
  }

  private static String kind(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> "a string";
      case NUMBER -> "a number";
      case TRUE, FALSE -> "a boolean";
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case NULL -> "null";
    };
  }

  void refuse() throws InvalidArgumentsException {
    if (!found.isEmpty()) {
      throw new InvalidArgumentsException(found);
    }
  }

  boolean none() {
    return found.isEmpty();
  }
}
