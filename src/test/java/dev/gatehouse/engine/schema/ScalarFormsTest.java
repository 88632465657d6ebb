package dev.gatehouse.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarFormsTest {
  interface Tools {
    void duration(Duration a);

    void period(Period a);

    void character(char a);

    void uuid(UUID a);

    void uri(URI a);

    void decimals(Set<BigDecimal> a);

    void reals(Set<Double> a);

    void lists(Set<List<BigDecimal>> a);

    void values(Set<JsonValue> a);
  }

  private static ArgumentSchema schema(String method) throws UnusableTypeException {
    return ArgumentSchema.of(Arguments.of(Tools.class, method));
  }

  private static boolean accepts(ArgumentSchema schema, JsonValue value) {
    try {
      schema.read(Json.createObjectBuilder().add("a", value).build());
      return true;
    } catch (InvalidArgumentsException e) {
      return false;
    }
  }

  private static boolean accepts(String method, String text) throws UnusableTypeException {
    return accepts(schema(method), Json.createValue(text));
  }

  private static boolean acceptsJson(String method, String json) throws UnusableTypeException {
    return accepts(schema(method), Arguments.json(json));
  }

  /** Texts of these letters that the JDK and we, or we and our schema, do not agree on. */
  private static Set<String> disputed(
      String method, String letters, int length, Function<String, Object> jdk) throws Exception {
    ArgumentSchema schema = schema(method);
    JsonObject property = Arguments.property(schema, "a");
    Pattern pattern = Pattern.compile(property.getString("pattern"));
    Set<String> disputed = new TreeSet<>();
    for (int i = 0; i < Math.pow(letters.length(), length); i++) {
      StringBuilder text = new StringBuilder("P");
      for (int rest = i; rest > 0; rest /= letters.length()) {
        text.append(letters.charAt(rest % letters.length()));
      }
      String candidate = text.toString();
      boolean shown = pattern.matcher(candidate).find();
      if (parses(jdk, candidate) != shown
          || accepts(schema, Json.createValue(candidate)) != shown) {
        disputed.add(candidate);
      }
    }
    return disputed;
  }

  private static boolean parses(Function<String, Object> jdk, String text) {
    try {
      return jdk.apply(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  @Test
  void the_schema_of_a_duration_shows_what_is_read() throws Exception {
    assertThat(disputed("duration", "T1-DHMS.Y", 5, Duration::parse)).isEmpty();
    for (String text : List.of("-PT1H", "+P1D", "pt1.5s", "PT-1,000000001S", "P-1DT+2M")) {
      assertThat(accepts("duration", text)).as(text).isTrue();
    }
    for (String text : List.of("", "P", "PT", "P1Y", "P1W", "PT1.0000000001S", " PT1S", "PT1S\n")) {
      assertThat(accepts("duration", text)).as(text).isFalse();
    }
  }

  @Test
  void the_schema_of_a_period_shows_what_is_read() throws Exception {
    assertThat(disputed("period", "1-YMWDTH", 5, Period::parse)).isEmpty();
    assertThat(accepts("period", "-P1Y2M3W4D")).isTrue();
    assertThat(accepts("period", "P99999999999Y")).isFalse();
  }

  @Test
  void a_character_is_one_char_of_java_and_no_half_of_one() throws Exception {
    Pattern pattern =
        Pattern.compile(Arguments.property(schema("character"), "a").getString("pattern"));
    for (String text : List.of("a", "\n", "\u0000", "ä", "\ufffd", "\uffff")) {
      assertThat(accepts("character", text)).as(text).isTrue();
      assertThat(pattern.matcher(text).matches()).as(text).isTrue();
    }
    for (String text : List.of("", "ab", "\ud83d\ude00", "\ud83d", "\ude00", "a\n")) {
      assertThat(accepts("character", text)).as(text).isFalse();
      assertThat(pattern.matcher(text).matches()).as(text).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000001-0000-0000-0000-00000000000",
        "+0000001-0000-0000-0000-000000000001",
        "00000001-0000-0000-0000-00000000000g",
        "٠0000001-0000-0000-0000-000000000001",
        "{0000001-0000-0000-0000-00000000001}"
      })
  void a_uuid_has_its_dashes_in_place_and_ascii_digits_between(String text) throws Exception {
    assertThat(text).hasSize(36);
    assertThat(accepts("uuid", text)).isFalse();
    assertThat(accepts("uuid", "0000000A-0000-0000-0000-00000000000a")).isTrue();
  }

  @Test
  void a_uri_has_a_scheme_and_only_ascii() throws Exception {
    for (String text : List.of("https://acme.com/a?b#c", "urn:isbn:1", "mailto:a@b.c")) {
      assertThat(accepts("uri", text)).as(text).isTrue();
    }
    for (String text :
        List.of("", "a/b", "//acme.com", "?a", "https://acme.com/ä", "a b:c", "é:x")) {
      assertThat(accepts("uri", text)).as(text).isFalse();
    }
  }

  @Test
  void a_set_holds_each_number_once_however_it_is_written() throws Exception {
    assertThat(acceptsJson("decimals", "[1.0,1.00]")).isFalse();
    assertThat(acceptsJson("decimals", "[100,1e2]")).isFalse();
    assertThat(acceptsJson("decimals", "[1.0,1.01]")).isTrue();
    assertThat(acceptsJson("reals", "[0.0,-0.0]")).isFalse();
    assertThat(acceptsJson("lists", "[[1.0],[1.00]]")).isFalse();
    assertThat(acceptsJson("values", "[{'a':1,'b':[2]},{'b':[2.0],'a':1.0}]")).isFalse();
    assertThat(acceptsJson("values", "[{'a':1},{'a':2},1,'1',null,true]")).isTrue();
  }

  @Test
  void a_number_in_a_set_keeps_its_form() throws Exception {
    Object[] read = schema("decimals").read(Arguments.object("{'a':[1.10]}"));
    assertThat(read[0]).isEqualTo(Set.of(new BigDecimal("1.10")));
  }
}
