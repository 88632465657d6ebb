package dev.gatehouse.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which Java classes are strings, numbers and booleans in JSON. */
final class ScalarTypes {
  private static final Map<Class<?>, JsonType> KNOWN = known();

  private ScalarTypes() {}

  static Optional<JsonType> of(Class<?> type) {
    return type.isEnum()
        ? Optional.of(ScalarType.constants(type))
        : Optional.ofNullable(KNOWN.get(type));
  }

  private static Map<Class<?>, JsonType> known() {
    Map<Class<?>, JsonType> known = new HashMap<>();
    known.put(String.class, ScalarType.string());
    known.put(CharSequence.class, ScalarType.string());
    both(known, char.class, Character.class, ScalarType.character());
    both(known, boolean.class, Boolean.class, ScalarType.bool());
    numbers(known);
    texts(known);
    return Map.copyOf(known);
  }

  private static void numbers(Map<Class<?>, JsonType> known) {
    both(known, byte.class, Byte.class, ScalarType.integer(BigDecimal::byteValueExact));
    both(known, short.class, Short.class, ScalarType.integer(BigDecimal::shortValueExact));
    both(known, int.class, Integer.class, ScalarType.integer(BigDecimal::intValueExact));
    both(known, long.class, Long.class, ScalarType.integer(BigDecimal::longValueExact));
    known.put(BigInteger.class, ScalarType.integer(BigDecimal::toBigIntegerExact));
    both(known, float.class, Float.class, ScalarType.number(BigDecimal::floatValue));
    both(known, double.class, Double.class, ScalarType.number(BigDecimal::doubleValue));
    known.put(BigDecimal.class, ScalarType.number(number -> number));
  }

  private static void texts(Map<Class<?>, JsonType> known) {
    known.put(LocalDate.class, ScalarType.formatted("date", LocalDate::parse));
    known.put(LocalTime.class, ScalarType.formatted("", LocalTime::parse));
    known.put(LocalDateTime.class, ScalarType.formatted("", LocalDateTime::parse));
    known.put(OffsetDateTime.class, ScalarType.formatted("date-time", OffsetDateTime::parse));
    known.put(ZonedDateTime.class, ScalarType.formatted("date-time", ZonedDateTime::parse));
    known.put(
        Instant.class,
        ScalarType.formatted("date-time", text -> OffsetDateTime.parse(text).toInstant()));
    known.put(Duration.class, ScalarType.formatted("duration", Duration::parse));
    known.put(Period.class, ScalarType.formatted("duration", Period::parse));
    known.put(Year.class, ScalarType.formatted("", Year::parse));
    known.put(YearMonth.class, ScalarType.formatted("", YearMonth::parse));
    known.put(UUID.class, ScalarType.formatted("uuid", UUID::fromString));
    known.put(URI.class, ScalarType.formatted("uri", URI::create));
  }

  private static void both(
      Map<Class<?>, JsonType> known, Class<?> primitive, Class<?> boxed, JsonType type) {
    known.put(primitive, type);
    known.put(boxed, type);
  }
}
