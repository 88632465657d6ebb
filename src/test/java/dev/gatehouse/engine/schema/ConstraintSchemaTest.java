package dev.gatehouse.engine.schema;

import static dev.gatehouse.engine.schema.Arguments.object;
import static dev.gatehouse.engine.schema.Arguments.property;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConstraintSchemaTest {
  interface Later {}

  record Todo(
      @NotBlank @Size(max = 80) String title,
      @NotNull Integer priority,
      @Min(1) Integer effort,
      @NotNull Optional<String> note) {}

  interface Tools {
    void texts(
        @NotBlank String a, @NotEmpty String b, @Size(min = 2, max = 5) String c, @Email String d);

    void lengths(@NotBlank @Size(min = 3) String a, @Size(max = 3) @NotEmpty String b);

    void patterns(
        @Pattern(regexp = "[a-z]+|\\d") String a,
        @Pattern(regexp = "x", flags = Pattern.Flag.CASE_INSENSITIVE) String b,
        @Pattern(regexp = "(?i)x") String c,
        @Pattern(regexp = "a++") String d,
        @Pattern(regexp = "[\\w-.]+") String e,
        @Pattern(regexp = "\\p{Alpha}") String f,
        @Pattern(regexp = "(?=.*\\d).+") String g,
        @Pattern(regexp = "(?<!a)b") String h);

    void bounds(
        @Min(1) @Max(9) int a,
        @DecimalMin("0.5") @DecimalMax("1.5") BigDecimal b,
        @DecimalMin(value = "0.5", inclusive = false) @DecimalMax(value = "1.5", inclusive = false)
            double c);

    void signs(@Positive int a, @PositiveOrZero int b, @Negative long c, @NegativeOrZero double d);

    void containers(
        @NotEmpty List<@NotBlank String> a,
        @Size(min = 1, max = 3) Map<String, @Positive Integer> b,
        @Size(max = 2) String[] c,
        Optional<@Size(max = 4) String> d);

    void sets(@Size(max = 9) Set<String> a, @Size(max = 9000) Set<String> b);

    void todo(@Valid Todo todo);

    void later(@NotNull(groups = Later.class) @Size(max = 3, groups = Later.class) String a);

    void notNull(@NotNull String a);

    void notNullDefault(@NotNull String a);
  }

  static ArgumentSchema schema(String method) throws UnusableTypeException {
    return ArgumentSchema.of(Arguments.of(Tools.class, method));
  }

  static JsonObject properties(String method) throws UnusableTypeException {
    return schema(method).schema().getJsonObject("properties");
  }

  @Test
  void text_constraints_become_lengths_and_formats() throws Exception {
    assertThat(properties("texts"))
        .isEqualTo(
            object(
                """
                 {'a':{'type':'string','minLength':1,'pattern':'[^\\\\x00-\\\\x20]'},
                  'b':{'type':'string','minLength':1},
                 'c':{'type':'string','minLength':2,'maxLength':5},
                 'd':{'type':'string','format':'email'}}"""));
  }

  @Test
  void the_stricter_of_two_lengths_counts() throws Exception {
    assertThat(properties("lengths"))
        .isEqualTo(
            object(
                """
                {'a':{'type':'string','minLength':3,'pattern':'[^\\\\x00-\\\\x20]'},
                 'b':{'type':'string','minLength':1,'maxLength':3}}"""));
  }

  @Test
  void a_pattern_is_anchored_and_left_out_where_a_client_may_not_read_it() throws Exception {
    JsonObject properties = properties("patterns");
    assertThat(properties.getJsonObject("a").getString("pattern")).isEqualTo("^(?:[a-z]+|\\d)$");
    for (String name : List.of("b", "c", "d", "e", "f", "g", "h")) {
      assertThat(properties.getJsonObject(name)).as(name).doesNotContainKey("pattern");
    }
  }

  @Test
  void bounds_become_minimum_and_maximum() throws Exception {
    assertThat(properties("bounds"))
        .isEqualTo(
            object(
                """
                {'a':{'type':'integer','minimum':1,'maximum':9},
                 'b':{'type':'number','minimum':0.5,'maximum':1.5},
                 'c':{'type':'number','exclusiveMinimum':0.5,'exclusiveMaximum':1.5}}"""));
  }

  @Test
  void signs_become_bounds_at_zero() throws Exception {
    assertThat(properties("signs"))
        .isEqualTo(
            object(
                """
                {'a':{'type':'integer','exclusiveMinimum':0},'b':{'type':'integer','minimum':0},
                 'c':{'type':'integer','exclusiveMaximum':0},'d':{'type':'number','maximum':0}}"""));
  }

  @Test
  void containers_and_their_elements_have_constraints_of_their_own() throws Exception {
    assertThat(properties("containers"))
        .isEqualTo(
            object(
                """
                {'a':{'type':'array','items':{'type':'string','minLength':1,
                   'pattern':'[^\\\\x00-\\\\x20]'},'minItems':1},
                 'b':{'type':'object','minProperties':1,'maxProperties':3,
                      'additionalProperties':{'type':'integer','exclusiveMinimum':0}},
                 'c':{'type':'array','items':{'type':'string'},'maxItems':2},
                 'd':{'type':'string','maxLength':4}}"""));
  }

  @Test
  void a_set_never_takes_more_than_its_type_does() throws Exception {
    assertThat(properties("sets"))
        .isEqualTo(
            object(
                """
                {'a':{'type':'array','items':{'type':'string'},'uniqueItems':true,'maxItems':9},
                 'b':{'type':'array','items':{'type':'string'},'uniqueItems':true,'maxItems':1000}}"""));
  }

  @Test
  void components_are_required_where_they_may_not_be_null() throws Exception {
    assertThat(property(schema("todo"), "todo"))
        .isEqualTo(
            object(
                """
                {'type':'object','properties':{
                  'title':{'type':'string','minLength':1,'pattern':'[^\\\\x00-\\\\x20]','maxLength':80},
                  'priority':{'type':'integer'},'effort':{'type':'integer','minimum':1},
                  'note':{'type':'string'}},
                 'required':['title','priority'],'additionalProperties':false}"""));
  }

  @Test
  void constraints_of_other_groups_are_not_described() throws Exception {
    assertThat(properties("later").getJsonObject("a")).isEqualTo(object("{'type':'string'}"));
  }

  @Test
  void not_null_makes_an_argument_required_unless_it_has_a_default_value() throws Exception {
    ArgumentSchema required =
        ArgumentSchema.of(List.of(Arguments.optional(Tools.class, "notNull")));
    assertThat(required.schema().getJsonArray("required").getString(0)).isEqualTo("a");
    ArgumentSchema withDefault =
        ArgumentSchema.of(List.of(Arguments.withDefault(Tools.class, "notNullDefault", "x")));
    assertThat(withDefault.schema()).doesNotContainKey("required");
  }
}
