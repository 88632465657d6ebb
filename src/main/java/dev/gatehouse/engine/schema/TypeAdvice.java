package dev.gatehouse.engine.schema;

import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/** What to write instead of a type that has no JSON form. */
final class TypeAdvice {
  private static final Map<Class<?>, String> BY_SUPERTYPE =
      Map.of(
          Date.class, "cannot be an argument: use java.util.Date, java.time.Instant or LocalDate",
          Calendar.class, "cannot be an argument: use java.time.ZonedDateTime",
          Collection.class, "cannot be an argument: use List or Set",
          Map.class, "cannot be an argument: use Map<String, …>");

  private TypeAdvice() {}

  static String instead(Class<?> type) {
    Optional<String> known =
        BY_SUPERTYPE.entrySet().stream()
            .filter(entry -> entry.getKey().isAssignableFrom(type))
            .map(Map.Entry::getValue)
            .findFirst();
    return known.orElse(
        type.isInterface()
            ? "is an interface: use a record, or JsonValue to take any JSON"
            : "is a class that JSON cannot fill: use a record, a class with setters and a constructor"
                + " without arguments, or JsonObject to take any object");
  }
}
