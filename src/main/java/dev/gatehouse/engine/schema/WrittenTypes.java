package dev.gatehouse.engine.schema;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The types that JSON-B writes as one string, number or boolean, and the types of JSON-P. */
final class WrittenTypes {
  private static final JsonObject STRING = JsonType.typed("string");

  private static final Set<String> KEYS = Set.of("string", "integer", "number");
  private static final Map<Class<?>, JsonObject> ALL = new HashMap<>();

  static {
    put("boolean", boolean.class, Boolean.class);
    put("integer", byte.class, short.class, int.class, long.class);
    put("integer", Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);
    put("integer", OptionalInt.class, OptionalLong.class, AtomicInteger.class, AtomicLong.class);
    put("number", float.class, double.class, Float.class, Double.class, BigDecimal.class);
    put("number", Number.class, OptionalDouble.class, JsonNumber.class);
    put("string", char.class, Character.class, String.class, CharSequence.class, JsonString.class);
    put("string", URI.class, URL.class, ZoneId.class, ZoneOffset.class, TimeZone.class);
    // No format: JSON-B writes times without offset, fractions of seconds, and "[Europe/Paris]".
    put("string", LocalTime.class, LocalDateTime.class, OffsetTime.class, ZonedDateTime.class);
    put("string", YearMonth.class, MonthDay.class, Duration.class, Period.class);
    put("string", Date.class, Calendar.class, GregorianCalendar.class);
    ALL.put(LocalDate.class, format("date"));
    ALL.put(Instant.class, format("date-time"));
    ALL.put(OffsetDateTime.class, format("date-time"));
    ALL.put(UUID.class, format("uuid"));
    ALL.put(byte[].class, keyword("contentEncoding", "base64"));
    put("object", JsonObject.class);
    put("array", JsonArray.class);
    for (Class<?> any :
        List.of(
            Object.class,
            JsonValue.class,
            JsonStructure.class,
            Comparable.class,
            Serializable.class)) {
      ALL.put(any, JsonValue.EMPTY_JSON_OBJECT);
    }
  }

  private WrittenTypes() {}

  static Optional<JsonObject> find(Class<?> type) {
    return Optional.ofNullable(ALL.get(type));
  }

  /** Whether maps with such keys are written as objects. */
  static boolean isKey(Class<?> type) {
    return type.isEnum()
        || !type.isArray()
            && find(type).filter(s -> KEYS.contains(s.getString("type", ""))).isPresent();
  }

  private static void put(String jsonType, Class<?>... types) {
    for (Class<?> type : types) {
      ALL.put(type, JsonType.typed(jsonType));
    }
  }

  private static JsonObject format(String format) {
    return keyword("format", format);
  }

  private static JsonObject keyword(String name, String value) {
    return Json.createObjectBuilder(STRING).add(name, value).build();
  }
}
