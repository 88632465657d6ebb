package dev.gatehouse.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LenientArgumentsTest {
  public record Point(int x, boolean shown) {}

  interface Tools {
    void number(int a);

    void real(double a);

    void truth(boolean a);

    void list(List<Integer> a);

    void array(int[] a);

    void map(Map<String, Integer> a);

    void point(Point a);

    void json(JsonObject a);

    void text(String a);
  }

  private static JsonObject argument(String text) {
    return Json.createObjectBuilder().add("a", text).build();
  }

  private static ArgumentSchema schema(String method) throws UnusableTypeException {
    return ArgumentSchema.of(Arguments.of(Tools.class, method));
  }

  private static Object read(String method, String text) throws Exception {
    return schema(method).read(argument(text), true)[0];
  }

  private static String refusal(String method, String text, boolean lenient) {
    return catchThrowableOfType(
            InvalidArgumentsException.class, () -> schema(method).read(argument(text), lenient))
        .getMessage();
  }

  @Test
  void what_a_text_says_is_read_where_the_type_wants_no_text() throws Exception {
    assertThat(read("number", "5")).isEqualTo(5);
    assertThat(read("real", "-1.5e3")).isEqualTo(-1500.0);
    assertThat(read("truth", "true")).isEqualTo(true);
    assertThat(read("list", "[1, \"2\"]")).isEqualTo(List.of(1, 2));
    assertThat((int[]) read("array", " [1] ")).containsExactly(1);
    assertThat(read("map", "{\"b\":1}")).isEqualTo(Map.of("b", 1));
    assertThat(read("point", "{\"x\":\"1\",\"shown\":\"false\"}")).isEqualTo(new Point(1, false));
    assertThat(read("json", "{}")).isEqualTo(Json.createObjectBuilder().build());
    assertThat(read("text", "5")).isEqualTo("5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number|five|an integer",
        "number|1.5|an integer",
        "number|5 6|an integer",
        "number|99999999999|between",
        "number|01|an integer",
        "truth|True|a boolean",
        "list|[1|an array",
        "list|[1],[2]|an array",
        "list|5|an array",
        "point|[]|an object",
        "point|{}|a.x: is required"
      })
  void what_it_does_not_say_is_refused_as_ever(String method, String text, String problem) {
    assertThat(refusal(method, text, true)).contains(problem);
  }

  @Test
  void a_text_is_read_no_deeper_and_no_longer_than_a_request() {
    String deep = "[".repeat(65) + "]".repeat(65);
    assertThat(refusal("list", deep, true)).contains("must be an array, not a string");
    String hidden = "[\"]]]]]\\\"]]\"," + "[".repeat(64) + "]".repeat(65);
    assertThat(refusal("list", hidden, true)).contains("must be an array, not a string");
    assertThat(refusal("list", "[" + " ".repeat(70_000) + "]", true)).contains("must be an array");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number|5|a: must be an integer, not a string. Send 5 without quotation marks",
        "real|2.5|a: must be a number, not a string. Send 2.5 without quotation marks",
        "truth|true|a: must be a boolean, not a string. Send true without quotation marks",
        "list|[1]|a: must be an array, not a string. Send the array itself, not its text",
        "point|{}|a: must be an object, not a string. Send the object itself, not its text",
        "json|{}|a: must be an object, not a string. Send the object itself, not its text",
        "number|five|a: must be an integer, not a string"
      })
  void without_leniency_the_refusal_tells_exactly_what_to_send(
      String method, String text, String refusal) {
    assertThat(refusal(method, text, false)).isEqualTo(refusal);
  }

  @Test
  void an_array_of_texts_is_not_taken_apart() throws Exception {
    assertThat(Arrays.asList(read("text", "[1]"))).containsExactly("[1]");
  }
}
