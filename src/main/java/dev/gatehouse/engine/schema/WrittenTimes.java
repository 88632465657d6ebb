package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
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
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Map;

/**
 * Dates and times, in the forms of JSON-B; those of {@code Date} and {@code Calendar} keep to RFC
 * 3339, as arguments of these types do.
 */
final class WrittenTimes {
  static final Map<Class<?>, ResultType> ALL = new HashMap<>();

  private static final JsonObject TEXT = JsonType.typed("string");
  private static final JsonObject MOMENT = JsonType.typed("string", "format", "date-time");

  static {
    ALL.put(
        LocalDate.class,
        ResultScalar.text(JsonType.typed("string", "format", "date"), Object::toString));
    ALL.put(Instant.class, ResultScalar.text(MOMENT, time -> WrittenMoment.of((Instant) time)));
    ALL.put(OffsetDateTime.class, in(DateTimeFormatter.ISO_OFFSET_DATE_TIME, MOMENT));
    ALL.put(Date.class, ResultScalar.text(MOMENT, date -> moment(((Date) date).getTime())));
    ResultType calendar =
        ResultScalar.text(MOMENT, day -> moment(((Calendar) day).getTimeInMillis()));
    ALL.put(Calendar.class, calendar);
    ALL.put(GregorianCalendar.class, calendar);
    // No format: RFC 3339 has neither times without an offset nor "[Europe/Paris]".
    ALL.put(LocalTime.class, in(DateTimeFormatter.ISO_LOCAL_TIME, TEXT));
    ALL.put(LocalDateTime.class, in(DateTimeFormatter.ISO_LOCAL_DATE_TIME, TEXT));
    ALL.put(OffsetTime.class, in(DateTimeFormatter.ISO_OFFSET_TIME, TEXT));
    ALL.put(ZonedDateTime.class, in(DateTimeFormatter.ISO_ZONED_DATE_TIME, TEXT));
    for (Class<?> plain :
        new Class<?>[] {YearMonth.class, MonthDay.class, Duration.class, Period.class}) {
      ALL.put(plain, ResultScalar.text(TEXT, Object::toString));
    }
  }

  private WrittenTimes() {}

  private static String moment(long millis) {
    return WrittenMoment.of(Instant.ofEpochMilli(millis));
  }

  private static ResultType in(DateTimeFormatter form, JsonObject schema) {
    return ResultScalar.text(schema, time -> form.format((TemporalAccessor) time));
  }
}
