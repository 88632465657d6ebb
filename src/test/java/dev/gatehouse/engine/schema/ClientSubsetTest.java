package dev.gatehouse.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSubsetTest {
  record Size(@JsonbProperty("größe") int size) {}

  record Inner(String text) {}

  record Middle(List<Inner> many, Optional<Inner> one) {}

  record Outer(Map<String, Middle> named, Middle same) {}

  interface Tools {
    void nested(List<Size> sizes);

    void deep(Outer outer, List<Outer> again);
  }

  private static List<String> problems(String name) {
    Argument known = Arguments.of(Tools.class, "nested").get(0);
    Argument named =
        new Argument(
            name,
            "",
            true,
            known.defaultValue(),
            known.header(),
            String.class,
            known.annotations(),
            known.owner());
    UnusableTypeException refused =
        catchThrowableOfType(UnusableTypeException.class, () -> ArgumentSchema.of(List.of(named)));
    return refused == null ? List.of() : refused.problems();
  }

  @ParameterizedTest
  @ValueSource(strings = {"größe", "first name", "x:y/z", "$ref", ""})
  void a_key_that_a_model_api_refuses_is_refused(String name) {
    assertThat(problems(name))
        .containsExactly(
            name + ": a key has 1 to 64 of A-Z a-z 0-9 _ . -, or clients refuse all tools");
  }

  @Test
  void so_is_a_key_that_is_too_long_but_no_other() {
    assertThat(problems("a".repeat(65))).hasSize(1);
    assertThat(problems("a".repeat(64))).isEmpty();
    assertThat(problems("First_name-1.2")).isEmpty();
  }

  @Test
  void a_key_deep_inside_is_refused_too() {
    UnusableTypeException refused =
        catchThrowableOfType(
            UnusableTypeException.class,
            () -> ArgumentSchema.of(Arguments.of(Tools.class, "nested")));
    assertThat(refused.problems()).hasSize(1).first().asString().startsWith("sizes[].größe: ");
  }

  @Test
  void keys_of_a_schema_that_the_author_wrote_are_looked_at_too() {
    UnusableTypeException refused =
        catchThrowableOfType(
            UnusableTypeException.class,
            () ->
                ArgumentSchema.written(
                    """
                    {"type": "object", "properties":
                      {"a": {"type": "object", "properties": {"first name": {}}}}}"""));
    assertThat(refused.problems()).hasSize(1).first().asString().startsWith("a.first name: ");
  }

  @Test
  void a_type_is_written_where_it_is_used_however_deep() throws Exception {
    String schema = ArgumentSchema.of(Arguments.of(Tools.class, "deep")).schema().toString();
    assertThat(schema).doesNotContain("$ref", "$defs");
    // Two in each of the two Middles, of each of the two Outers.
    assertThat(schema.split("\"text\":", -1)).hasSize(9);
  }
}
