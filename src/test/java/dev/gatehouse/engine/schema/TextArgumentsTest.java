package dev.gatehouse.engine.schema;

import static dev.gatehouse.engine.schema.Arguments.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextArgumentsTest {
  enum Tone {
    KIND,
    STERN
  }

  record Point(int x) {}

  interface Prompts {
    void all(String text, Tone tone, int count, double share, boolean loud, Optional<Integer> more);

    void some(Optional<String> text, OptionalInt count);

    void list(List<String> texts);

    void point(Point point);

    void anything(Object anything);

    void count(int count);
  }

  private static TextArguments arguments(String method) throws UnusableTypeException {
    return TextArguments.of(Arguments.of(Prompts.class, method), "an argument of this prompt");
  }

  private static List<String> problems(TextArguments arguments, String json) {
    try {
      arguments.read(object(json));
      return List.of();
    } catch (InvalidArgumentsException e) {
      return e.problems();
    }
  }

  @Test
  void every_value_is_read_from_its_text() throws Exception {
    assertThat(
            arguments("all")
                .read(
                    object(
                        """
                        {'text':'5','tone':'STERN','count':'-3','share':'0.25','loud':'true',
                         'more':'7'}""")))
        .containsExactly("5", Tone.STERN, -3, 0.25, true, Optional.of(7));
  }

  @Test
  void what_is_optional_may_be_absent() throws Exception {
    TextArguments some = arguments("some");
    assertThat(some.read(Map.of())).containsExactly(Optional.empty(), OptionalInt.empty());
    assertThat(some.isRequired("text")).isFalse();
    assertThat(arguments("all").isRequired("tone")).isTrue();
    assertThat(some.names()).containsExactly("text", "count");
  }

  @Test
  void a_missing_argument_is_named() throws Exception {
    assertThat(problems(arguments("count"), "{}")).containsExactly("count: is required");
  }

  @Test
  void an_unknown_argument_is_named() throws Exception {
    assertThat(problems(arguments("count"), "{'count':'1','x':'1'}"))
        .containsExactly("x: is not an argument of this prompt");
  }

  @Test
  void every_value_is_a_string_on_the_wire() throws Exception {
    assertThat(problems(arguments("count"), "{'count':1}"))
        .containsExactly("count: must be a string, not a number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "one",
        "1,2",
        "1]",
        "[1",
        "1e99999999999",
        "[1]",
        "null",
        "\"1\"",
        "1 ",
        "--1"
      })
  void text_that_is_no_number_is_refused(String text) throws Exception {
    assertThatExceptionOfType(InvalidArgumentsException.class)
        .isThrownBy(() -> arguments("count").read(Map.of("count", text)))
        .satisfies(e -> assertThat(e.problems()).containsExactly("count: must read as an integer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1.5", "99999999999"})
  void other_json_is_no_number_either(String text) throws Exception {
    assertThatExceptionOfType(InvalidArgumentsException.class)
        .isThrownBy(() -> arguments("count").read(Map.of("count", text)));
  }

  @Test
  void an_absurdly_long_number_is_not_even_parsed() throws Exception {
    assertThatExceptionOfType(InvalidArgumentsException.class)
        .isThrownBy(() -> arguments("count").read(Map.of("count", "0." + "0".repeat(5000))))
        .satisfies(e -> assertThat(e.problems()).containsExactly("count: must read as an integer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "point", "anything"})
  void what_text_cannot_say_is_unusable(String method) {
    assertThatExceptionOfType(UnusableTypeException.class)
        .isThrownBy(() -> arguments(method))
        .withMessageContaining("can't be read from text");
  }
}
