package dev.gatehouse.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UncheckedConstraintsTest {
  private static final Todo BAD = new Todo("");

  public interface Later {}

  public record Todo(@NotBlank String title) {}

  public record Free(String title, List<Free> more) {}

  public record Deep(@Valid Todo first, Map<String, Todo> byName) {}

  public record Node(@NotBlank String name, List<Node> children) {}

  public record Draft(@NotBlank(groups = Later.class) String title) {}

  public record Page<T>(List<T> items) {}

  public record CheckedPage<T>(List<@Valid T> items) {}

  @InOrder
  public record Span(int from, int to) {}

  @Constraint(validatedBy = InOrder.Check.class)
  @Retention(RetentionPolicy.RUNTIME)
  @interface InOrder {
    String message() default "must be in order";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<InOrder, Span> {
      @Override
      public boolean isValid(Span span, ConstraintValidatorContext context) {
        return span.from() <= span.to();
      }
    }
  }

  public static class Checked {
    public void one(@Valid Todo a) {}

    public void array(@Valid Todo[] a) {}

    public void list(List<@Valid Todo> a) {}

    public void markedList(@Valid List<Todo> a) {}

    public void set(@Valid Set<Todo> a) {}

    public void collection(Collection<@Valid Todo> a) {}

    public void map(Map<String, @Valid Todo> a) {}

    public void optional(Optional<@Valid Todo> a) {}

    public void markedOptional(@Valid Optional<Todo> a) {}

    public void listOfLists(List<List<@Valid Todo>> a) {}

    public void page(@Valid CheckedPage<Todo> a) {}

    public void span(@Valid Span a) {}

    public void optionalText(@NotNull Optional<@NotBlank String> a) {}
  }

  public static class Unchecked {
    public void one(Todo a) {}

    public void array(Todo[] a) {}

    public void list(List<Todo> a) {}

    public void markedListOfLists(@Valid List<List<Todo>> a) {}

    public void listOfMarkedLists(List<@Valid List<Todo>> a) {}

    public void markedOptionalList(@Valid Optional<List<Todo>> a) {}

    public void arrays(@Valid Todo @Valid [] @Valid [] a) {}

    public void listOfArrays(@Valid List<@Valid Todo @Valid []> a) {}

    public void arrayOfLists(@Valid List<@Valid Todo>[] a) {}

    public void page(@Valid Page<Todo> a) {}

    public void span(Span a) {}
  }

  /** What no call could be made with. */
  interface Impossible {
    void page(@Valid Page<@NotBlank String> a);

    void optional(@Size(max = 5) Optional<String> a);

    void brackets(String @Size(max = 2) [] a);

    void texts(List<@NotBlank String>[] a);

    void deep(@Valid Deep a);

    void wholly(Deep a);

    void node(@Valid Node a);

    void pair(Todo a, List<Todo> b);
  }

  interface Harmless {
    void free(Free a, List<Free[]> b, Free[][] c);

    void draft(Draft a);

    void constrainedElements(List<List<@NotBlank String>> a, @Size(max = 2) String[] b);
  }

  static List<String> problems(Class<?> owner, String method) {
    return catchThrowableOfType(
            UnusableTypeException.class, () -> ArgumentSchema.of(Arguments.of(owner, method)))
        .problems();
  }

  private static Object bad(String method) {
    return switch (method) {
      case "one" -> BAD;
      case "array" -> new Todo[] {BAD};
      case "list", "markedList", "collection" -> List.of(BAD);
      case "set" -> Set.of(BAD);
      case "map" -> Map.of("x", BAD);
      case "optional", "markedOptional" -> Optional.of(BAD);
      case "listOfLists", "markedListOfLists", "listOfMarkedLists" -> List.of(List.of(BAD));
      case "markedOptionalList" -> Optional.of(List.of(BAD));
      case "arrays" -> new Todo[][] {{BAD}};
      case "listOfArrays" -> List.<Todo[]>of(new Todo[] {BAD});
      case "arrayOfLists" -> new List<?>[] {List.of(BAD)};
      case "page" -> null;
      case "span" -> new Span(2, 1);
      case "optionalText" -> Optional.of("");
      default -> throw new IllegalArgumentException(method);
    };
  }

  private static boolean isChecked(Object tools, String method) {
    Object page =
        tools instanceof Checked ? new CheckedPage<>(List.of(BAD)) : new Page<>(List.of(BAD));
    try (var factory = Validation.buildDefaultValidatorFactory()) {
      Object bad = method.equals("page") ? page : bad(method);
      return !factory
          .getValidator()
          .forExecutables()
          .validateParameters(tools, Arguments.method(tools.getClass(), method), new Object[] {bad})
          .isEmpty();
    }
  }

  static List<String> checked() {
    return Arrays.stream(Checked.class.getDeclaredMethods()).map(m -> m.getName()).toList();
  }

  static List<String> unchecked() {
    return Arrays.stream(Unchecked.class.getDeclaredMethods()).map(m -> m.getName()).toList();
  }

  @ParameterizedTest
  @MethodSource("checked")
  void what_validation_checks_at_the_call_is_accepted(String method) throws Exception {
    ArgumentSchema.of(Arguments.of(Checked.class, method));
    assertThat(isChecked(new Checked(), method)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("unchecked")
  void what_validation_passes_over_is_refused(String method) {
    assertThat(problems(Unchecked.class, method)).hasSize(1);
    assertThat(isChecked(new Unchecked(), method)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "optional", "brackets", "texts"})
  void what_validation_cannot_check_is_refused(String method) {
    assertThat(problems(Impossible.class, method)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"free", "draft", "constrainedElements"})
  void records_without_constraints_need_no_mark(String method) throws Exception {
    assertThat(ArgumentSchema.of(Arguments.of(Harmless.class, method)).schema())
        .containsKey("properties");
  }

  @Test
  void the_place_the_component_and_the_remedy_are_named() {
    assertThat(problems(Impossible.class, "pair"))
        .containsExactly(
            "a: nobody checks the constraint at a.title: add @Valid before Todo",
            "b[]: nobody checks the constraint at b[].title: add @Valid before Todo");
    assertThat(problems(Unchecked.class, "array"))
        .containsExactly("a: nobody checks the constraint at a[].title: add @Valid before Todo[]");
    assertThat(problems(Unchecked.class, "arrays"))
        .containsExactly(
            "a: nobody checks the constraint at a[][].title: use List instead of the array");
  }

  @Test
  void marks_are_missed_at_every_depth_at_once() {
    assertThat(problems(Impossible.class, "deep"))
        .containsExactly(
            "a.byName[]: nobody checks the constraint at a.byName[].title: add @Valid before Todo");
    assertThat(problems(Impossible.class, "wholly"))
        .containsExactly(
            "a: nobody checks the constraint at a.first.title: add @Valid before Deep",
            "a.byName[]: nobody checks the constraint at a.byName[].title: add @Valid before Todo");
  }

  @Test
  void a_record_that_contains_itself_needs_the_mark_inside_too() {
    assertThat(problems(Impossible.class, "node"))
        .containsExactly(
            "a.children[]: nobody checks the constraint at a.children[].name: add @Valid before"
                + " Node");
  }
}
