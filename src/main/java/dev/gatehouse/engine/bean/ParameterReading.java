package dev.gatehouse.engine.bean;

import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a method's parameters are arguments.
 *
 * @param given the name that annotations give; empty for the parameter's own
 * @param members of a parameter that is made of several arguments; empty if it is one itself
 * @param renamed other names for those
 * @param sensitive the new names of those whose value must not be told, beside what annotations say
 */
public record ParameterReading(
    Function<Annotated, String> given,
    Function<AnnotatedParameter<?>, Optional<List<Written>>> members,
    Map<String, String> renamed,
    Set<String> sensitive) {

  public ParameterReading {
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(members, "members");
    Objects.requireNonNull(renamed, "renamed");
    Objects.requireNonNull(sensitive, "sensitive");
  }

  /** Each is an argument, under the name that an annotation gives. */
  public static ParameterReading named(Function<Annotated, String> given) {
    return new ParameterReading(given, parameter -> Optional.empty(), Map.of(), Set.of());
  }

  /** The name without a file's other one. */
  String known(Annotated written, String own) {
    String named = given.apply(written);
    return named.isEmpty() ? own : named;
  }

  String name(Annotated written, String own) {
    String known = known(written, own);
    return renamed.getOrDefault(known, known);
  }

  boolean isNamed(Annotated written, String own) {
    return !given.apply(written).isEmpty() || renamed.containsKey(own);
  }
}
