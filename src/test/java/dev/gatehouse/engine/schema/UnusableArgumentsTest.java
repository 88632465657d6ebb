package dev.gatehouse.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class UnusableArgumentsTest {
  record Holder(Thread thread) {}

  record Growing<T>(Growing<List<T>> next) {}

  static class Bean {}

  interface Tools<V> {
    void date(Calendar a);

    void bean(Bean a);

    void supplier(Supplier<String> a);

    void wildcard(List<?> a);

    void bounded(List<? extends Number> a);

    void variable(V a);

    @SuppressWarnings("rawtypes")
    void raw(List a, Map b);

    void concrete(ArrayList<String> a);

    void keys(Map<Integer, String> a);

    void nested(List<Holder> a);

    void growing(Growing<String> a);

    void many(Thread a, String b, Calendar c, List<Bean> d);

    void number(int n);

    void due(LocalDate due);

    void list(List<String> list);

    void price(double price);

    void text(String text);
  }

  static List<String> problems(List<Argument> arguments) {
    return catchThrowableOfType(UnusableTypeException.class, () -> ArgumentSchema.of(arguments))
        .problems();
  }

  static List<String> problems(String method) {
    return problems(Arguments.of(Tools.class, method));
  }

  @Test
  void calendars_are_pointed_to_java_time() {
    assertThat(problems("date"))
        .containsExactly(
            "a: java.util.Calendar cannot be an argument: use java.time.ZonedDateTime");
  }

  @Test
  void classes_and_interfaces_are_pointed_to_records() {
    assertThat(problems("bean").get(0))
        .startsWith("a: " + Bean.class.getName() + " is a class that JSON cannot fill")
        .contains("use a record");
    assertThat(problems("supplier").get(0)).contains("is an interface: use a record");
  }

  @Test
  void types_that_are_not_certain_are_refused() {
    assertThat(problems("wildcard")).containsExactly("a[]: ? stands for no certain type: name one");
    assertThat(problems("bounded").get(0)).contains("java.lang.Number stands for no certain type");
    assertThat(problems("variable")).containsExactly("a: V stands for no certain type: name one");
    assertThat(problems("raw"))
        .hasSize(2)
        .allMatch(problem -> problem.contains("lacks its type arguments"));
  }

  @Test
  void concrete_collections_are_pointed_to_list() {
    assertThat(problems("concrete").get(0)).endsWith("use List or Set");
  }

  @Test
  void maps_need_string_keys() {
    assertThat(problems("keys").get(0)).contains("must have String keys");
  }

  @Test
  void a_component_is_refused_by_its_path() {
    assertThat(problems("nested").get(0)).startsWith("a[].thread: java.lang.Thread is a class");
  }

  @Test
  void a_type_that_grows_without_end_is_refused() {
    assertThat(problems("growing").get(0)).endsWith("nests too deeply");
  }

  @Test
  void all_problems_of_all_arguments_are_told_at_once() {
    assertThat(problems("many"))
        .satisfiesExactly(
            a -> assertThat(a).startsWith("a: "),
            c -> assertThat(c).startsWith("c: "),
            d -> assertThat(d).startsWith("d[]: "));
    UnusableTypeException thrown =
        catchThrowableOfType(
            UnusableTypeException.class,
            () -> ArgumentSchema.of(Arguments.of(Tools.class, "many")));
    assertThat(thrown).hasMessageContainingAll("a: java.lang.Thread", "; c: ", "; d[]: ");
  }

  @Test
  void a_primitive_that_may_be_absent_needs_a_default_value() {
    assertThat(problems(List.of(Arguments.optional(Tools.class, "number"))))
        .containsExactly(
            "n: int cannot be absent: make it required, use Optional, or give it a default value");
  }

  @Test
  void a_default_value_that_does_not_fit_is_refused() {
    assertThat(problems(List.of(Arguments.withDefault(Tools.class, "due", "tomorrow"))))
        .containsExactly("due: its default value must be a date such as 2026-11-21");
    assertThat(problems(List.of(Arguments.withDefault(Tools.class, "number", "ten"))))
        .containsExactly("n: its default value is not JSON, as this type needs");
    assertThat(problems(List.of(Arguments.withDefault(Tools.class, "number", ""))))
        .containsExactly("n: its default value is not JSON, as this type needs");
    assertThat(problems(List.of(Arguments.withDefault(Tools.class, "number", "1 2")))).hasSize(1);
    assertThat(problems(List.of(Arguments.withDefault(Tools.class, "list", "[1]")))).hasSize(1);
    assertThat(problems(List.of(Arguments.withDefault(Tools.class, "number", "null")))).hasSize(1);
  }

  @Test
  void two_arguments_of_one_name_are_refused() {
    Argument a = Arguments.of(Tools.class, "number").get(0);
    assertThat(problems(List.of(a, a))).containsExactly("n: is the name of two arguments");
  }

  @Test
  void a_header_is_a_token() {
    Argument text = Arguments.of(Tools.class, "text").get(0);
    for (String header : List.of("", "a b", "a:b", "é", "a\r\nb")) {
      assertThat(problems(List.of(Arguments.withHeader(text, header))))
          .hasSize(1)
          .first()
          .asString()
          .endsWith("is not an RFC 9110 token");
    }
  }

  @Test
  void a_header_belongs_to_one_argument_whatever_its_case() {
    Argument text = Arguments.of(Tools.class, "text").get(0);
    Argument number = Arguments.of(Tools.class, "number").get(0);
    assertThat(
            problems(
                List.of(
                    Arguments.withHeader(text, "Region"), Arguments.withHeader(number, "region"))))
        .containsExactly("n: header 'region' belongs to another argument");
  }

  @Test
  void only_strings_integers_and_booleans_have_headers() {
    for (String method : List.of("price", "list")) {
      Argument argument = Arguments.of(Tools.class, method).get(0);
      assertThat(problems(List.of(Arguments.withHeader(argument, "X"))).get(0))
          .endsWith("only a string, integer or boolean can have a header");
    }
  }

  @Test
  void an_argument_without_parts_cannot_be_declared() {
    assertThat(
            catchThrowableOfType(
                NullPointerException.class,
                () ->
                    new Argument(
                        "a",
                        "",
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        null,
                        Bean.class,
                        Bean.class)))
        .hasMessage("type");
  }
}
