package dev.gatehouse.run.fuzz;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A tool that takes every kind of argument, and arguments for it. */
interface EveryType {
  List<String> SEEDS =
      List.of(
          "{\"text\":\"a\",\"integer\":1,\"whole\":-2,\"real\":2.5,\"decimal\":1.10,\"big\":7,"
              + "\"letter\":\"x\",\"truth\":true,\"colour\":\"RED\"}",
          "{\"uuid\":\"123e4567-e89b-12d3-a456-426614174000\",\"uri\":\"https://acme.com/a?b#c\","
              + "\"duration\":\"-P1DT2H3.5S\",\"period\":\"P1Y2M3W4D\",\"date\":\"2026-11-21\","
              + "\"time\":\"10:15:00.5\",\"moment\":\"2026-11-21T10:15:00+01:00\","
              + "\"instant\":\"2026-11-21T10:15:00Z\",\"zoned\":\"2026-11-21T10:15:00Z[UTC]\"}",
          "{\"local\":\"2026-11-21T10:15\",\"clock\":\"10:15:00Z\",\"year\":2026,"
              + "\"month\":\"2026-11\",\"day\":\"--11-21\",\"zone\":\"Europe/Paris\","
              + "\"offset\":\"+02:00\",\"some\":\"a\"}",
          "{\"texts\":[\"a\",\"b\"],\"words\":[\"a\",\"b\"],\"decimals\":[1.0,2],\"ints\":[1,2],"
              + "\"scores\":{\"a\":1},\"any\":{\"b\":[null,1]},\"values\":[1,\"1\",{\"a\":1}]}",
          "{\"node\":{\"name\":\"a\",\"number\":1,\"next\":{\"name\":\"b\",\"number\":2},"
              + "\"children\":[{\"name\":\"c\",\"number\":3}]},"
              + "\"page\":{\"items\":[[1,2],[]],\"first\":[3]},\"even\":{\"number\":2}}");

  String[] WORDS = {
    "\"text\":",
    "\"words\":[",
    "\"decimals\":[",
    "\"values\":[",
    "\"node\":",
    "\"next\":",
    "\"children\":[",
    "\"page\":",
    "\"items\":",
    "\"any\":",
    "\"duration\":\"",
    "\"uri\":\"",
    "PT",
    "P1Y",
    "+",
    "[Europe/Paris]",
    "24:00",
    "+999999999-12-31",
    "1e1000",
    "1e-1000",
    "AaAa",
    "BBBB"
  };

  enum Colour {
    RED,
    GREEN
  }

  record Node(String name, int number, Node next, List<Node> children) {}

  record Page<T>(List<T> items, T first) {}

  record Even(int number) {
    public Even {
      if (number % 2 != 0) {
        throw new IllegalArgumentException(number + " is odd\u2028");
      }
    }
  }

  void tool(
      String text,
      Integer integer,
      Long whole,
      Double real,
      BigDecimal decimal,
      BigInteger big,
      Character letter,
      Boolean truth,
      Colour colour,
      UUID uuid,
      URI uri,
      Duration duration,
      Period period,
      LocalDate date,
      LocalTime time,
      LocalDateTime local,
      OffsetDateTime moment,
      OffsetTime clock,
      Instant instant,
      ZonedDateTime zoned,
      Year year,
      YearMonth month,
      MonthDay day,
      ZoneId zone,
      ZoneOffset offset,
      Optional<String> some,
      List<String> texts,
      Set<String> words,
      Set<BigDecimal> decimals,
      int[] ints,
      Map<String, Integer> scores,
      JsonValue any,
      Set<JsonValue> values,
      Node node,
      Page<List<Integer>> page,
      Even even);
}
