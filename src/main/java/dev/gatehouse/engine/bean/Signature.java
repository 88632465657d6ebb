package dev.gatehouse.engine.bean;

import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A method's parameters: which are arguments, under which names, and which the call fills. */
public final class Signature {
  private final List<Slot> slots;
  private final List<NamedParameter> arguments;
  private final Set<ContextParameter> context;
  private final Set<String> sensitive;
  private final boolean isPlain;

  private Signature(List<Slot> slots, List<NamedParameter> arguments) {
    this.slots = List.copyOf(slots);
    this.arguments = List.copyOf(arguments);
    Set<ContextParameter> used = EnumSet.noneOf(ContextParameter.class);
    slots.forEach(slot -> slot.context().ifPresent(used::add));
    this.context = Collections.unmodifiableSet(used);
    this.isPlain = used.isEmpty() && slots.stream().noneMatch(s -> s.assembly().isPresent());
    this.sensitive =
        arguments.stream()
            .filter(NamedParameter::isSensitive)
            .map(NamedParameter::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Reads a method's parameters, and adds what is wrong with them. */
  static Signature of(BeanMethod method, ParameterReading reading, List<String> problems) {
    SignatureReader reader = new SignatureReader(method.type().getJavaClass(), reading, problems);
    method.parameters().forEach(reader::read);
    return reader.isLost()
        ? new Signature(List.of(), List.of())
        : new Signature(reader.slots(), reader.arguments());
  }

  /** The arguments in the order of the parameters. */
  public List<NamedParameter> arguments() {
    return arguments;
  }

  /** What the method wants of the call beyond its arguments. */
  public Set<ContextParameter> context() {
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

  /** The name of the parameter at this place; empty if it is made of several arguments. */
  String name(int index) {
    return slots.get(index).name();
  }

  /** The name of the argument that is this member of the parameter at this place. */
  String member(int index, String member) {
    return slots.get(index).assembly().map(all -> all.names().get(member)).orElse(member);
  }

  /** All parameters' values, from those of the arguments. */
  Object[] values(Object[] arguments, Exchange exchange) {
    if (isPlain) {
      return arguments;
    }
    Object[] values = new Object[slots.size()];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      Slot slot = slots.get(i);
      values[i] = slot.value(arguments, next, exchange);
      next += slot.width();
    }
    return values;
  }
}
