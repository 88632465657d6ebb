package dev.gatehouse.engine.bean;

import dev.gatehouse.engine.interaction.Exchange;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A method's parameters: which are arguments, under which names, and which the call fills. */
public final class Signature {
  private final List<Slot> slots;
  private final List<NamedParameter> arguments;
  private final Set<ContextParameter> context;
  private final Set<String> sensitive;

  /** A parameter at its place: an argument's name, or what fills it. */
  private record Slot(String name, Optional<ContextParameter> context) {}

  private Signature(List<Slot> slots, List<NamedParameter> arguments) {
    this.slots = List.copyOf(slots);
    this.arguments = List.copyOf(arguments);
    Set<ContextParameter> used = EnumSet.noneOf(ContextParameter.class);
    slots.forEach(slot -> slot.context().ifPresent(used::add));
    this.context = Collections.unmodifiableSet(used);
    this.sensitive =
        arguments.stream()
            .filter(NamedParameter::isSensitive)
            .map(NamedParameter::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads a method's parameters.
   *
   * @param given the name that an annotation gives to a parameter; empty for the parameter's own
   * @param problems what is wrong with them, one sentence each
   */
  static Signature of(
      BeanMethod method, Function<AnnotatedParameter<?>, String> given, List<String> problems) {
    List<Slot> slots = new ArrayList<>();
    List<NamedParameter> arguments = new ArrayList<>();
    for (AnnotatedParameter<?> annotated : method.parameters()) {
      Parameter parameter = annotated.getJavaParameter();
      Optional<ContextParameter> context = ContextParameter.of(parameter.getType());
      String named = context.isPresent() ? "" : given.apply(annotated);
      String name = named.isEmpty() ? parameter.getName() : named;
      if (context.isEmpty() && named.isEmpty() && !parameter.isNamePresent()) {
        problems.add("compile with -parameters, or the names of the arguments are lost");
        return new Signature(List.of(), List.of());
      }
      slots.add(new Slot(name, context));
      if (context.isEmpty()) {
        arguments.add(new NamedParameter(name, annotated, method.type().getJavaClass()));
      }
    }
    return new Signature(slots, arguments);
  }

  /** The arguments in the order of the parameters. */
  public List<NamedParameter> arguments() {
    return arguments;
  }

  /** What the method wants of the call beyond its arguments. */
  Set<ContextParameter> context() {
    return context;
  }

  /** Whether the value of an argument must not be told. */
  public boolean hasSensitive() {
    return !sensitive.isEmpty();
  }

  /** These arguments, as they came, without those that are sensitive. */
  JsonObject withoutSensitive(JsonObject values) {
    if (sensitive.isEmpty()) {
      return values;
    }
    var others = Json.createObjectBuilder(values);
    sensitive.forEach(others::remove);
    return others.build();
  }

  /** The name of the parameter at this place. */
  String name(int index) {
    return slots.get(index).name();
  }

  /** All parameters' values, from those of the arguments. */
  Object[] values(Object[] arguments, Exchange exchange) {
    if (context.isEmpty()) {
      return arguments;
    }
    Object[] values = new Object[slots.size()];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      Optional<ContextParameter> filled = slots.get(i).context();
      values[i] = filled.isPresent() ? filled.get().from(exchange) : arguments[next++];
    }
    return values;
  }
}
