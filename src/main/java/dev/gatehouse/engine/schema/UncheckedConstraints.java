package dev.gatehouse.engine.schema;

import jakarta.validation.Valid;
import java.lang.reflect.AnnotatedArrayType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds constraints that the schema would show and Jakarta Validation would pass over at the call:
 * it looks into a record only where {@code @Valid} says so, and into few arrays.
 *
 * @see <a
 *     href="https://jakarta.ee/specifications/bean-validation/3.0/jakarta-bean-validation-spec-3.0#constraintdeclarationvalidationprocess-validationroutine-graphvalidation">Jakarta
 *     Validation 3.0, 5.6.4</a>
 */
final class UncheckedConstraints {
  private static final Set<Class<?>> CONTAINERS =
      Set.of(List.class, Collection.class, Set.class, Map.class, Optional.class);

  private final List<String> problems;
  private final Set<String> visited = new HashSet<>();

  private UncheckedConstraints(List<String> problems) {
    this.problems = problems;
  }

  /** Adds a problem for each place of the argument that lacks a mark or cannot have one. */
  static void note(TypeUsage argument, List<String> problems) {
    new UncheckedConstraints(problems).declaration(argument);
  }

  /** A parameter or component: its {@code @Valid} also holds one container or array deep. */
  private void declaration(TypeUsage place) {
    boolean valid = place.annotations().has(Valid.class);
    if (place.raw().filter(Class::isArray).isEmpty()) {
      visit(place, valid, valid);
      return;
    }
    if (place.annotations().constrainedAs(AnnotatedArrayType.class)) {
      problem(place, "nobody checks the constraint at its brackets: write it before the type");
    }
    TypeUsage element = place.component();
    if (element.raw().filter(ReadMembers::has).isPresent()) {
      record(element, place, valid);
    } else {
      buried(place);
    }
  }

  private void visit(TypeUsage place, boolean valid, boolean handedDown) {
    Class<?> raw = place.raw().orElse(Object.class);
    if (place.tooDeep() || place.isRaw()) {
      return;
    }
    if (raw.isArray()) {
      buried(place);
    } else if (ReadMembers.has(raw)) {
      record(place, place, valid);
    } else if (CONTAINERS.contains(raw)) {
      if (place.isOptional() && place.annotations().constrainedInside()) {
        problem(place, "nobody can check this constraint: write Optional<@… " + held(place) + ">");
      }
      TypeUsage element = place.arguments().get(place.arguments().size() - 1);
      visit(element, handedDown || element.annotations().has(Valid.class), false);
    }
  }

  private void record(TypeUsage place, TypeUsage marked, boolean valid) {
    if (!valid) {
      Inside.constraint(place)
          .ifPresent(
              path ->
                  problem(
                      marked,
                      "nobody checks the constraint at %s: add @Valid before %s"
                          .formatted(path, name(marked))));
    }
    if (place.arguments().stream().anyMatch(a -> a.annotations().matters())) {
      problem(place, "nobody checks what is written at its type argument: write it in the record");
    }
    if (visited.add(Definitions.key(place))) {
      place.members().forEach(this::declaration);
    }
  }

  private void buried(TypeUsage array) {
    Inside.constraint(array)
        .ifPresent(
            path ->
                problem(
                    array,
                    "nobody checks the constraint at %s: use List instead of the array"
                        .formatted(path)));
  }

  private void problem(TypeUsage place, String sentence) {
    problems.add(place.path() + ": " + sentence);
  }

  private static String held(TypeUsage optional) {
    return name(optional.arguments().get(0));
  }

  private static String name(TypeUsage place) {
    return place.raw().map(Class::getSimpleName).orElse("its type");
  }

  /** The first constraint below a place. */
  private record Inside(Set<String> visited) {
    static Optional<String> constraint(TypeUsage place) {
      return new Inside(new HashSet<>()).below(place);
    }

    private Optional<String> at(TypeUsage place) {
      return place.annotations().constrained() ? Optional.of(place.path()) : below(place);
    }

    private Optional<String> below(TypeUsage place) {
      if (place.tooDeep() || place.raw().isEmpty()) {
        return Optional.empty();
      }
      Class<?> raw = place.raw().get();
      if (raw.isArray()) {
        return place.annotations().constrainedBelowArray()
            ? Optional.of(place.component().path())
            : at(place.component());
      }
      if (ReadMembers.has(raw) && Annotations.of(List.of(raw)).constrained()) {
        return Optional.of(place.path());
      }
      boolean entered = ReadMembers.has(raw) && visited.add(Definitions.key(place));
      Stream<TypeUsage> next = entered ? place.members() : place.arguments().stream();
      return next.map(this::at).flatMap(Optional::stream).findFirst();
    }
  }
}
