package dev.gatehouse.tool;

import dev.gatehouse.client.Cancellation;
import dev.gatehouse.client.Exchange;
import dev.gatehouse.client.McpLog;
import dev.gatehouse.client.Progress;
import dev.gatehouse.schema.Argument;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One parameter of a tool's method: an argument of the caller, or a part of the call itself. */
sealed interface Slot {

  /** Filled from {@code params.arguments}. */
  record Given(Argument argument) implements Slot {}

  /** Filled by the call, whatever the caller sends. */
  record Own(Class<?> type, Function<Exchange, Object> value) implements Slot {}

  /** The parts of a call, by type. */
  Map<Class<?>, Function<Exchange, Object>> OWN =
      Map.of(
          Progress.class, Exchange::progress,
          McpLog.class, Exchange::log,
          Cancellation.class, Exchange::cancellation);

  /** The slot of a parameter; empty when an argument has no name. */
  static Optional<Slot> of(Parameter parameter) {
    Function<Exchange, Object> own = OWN.get(parameter.getType());
    if (own != null) {
      return Optional.of(new Own(parameter.getType(), own));
    }
    ToolArg arg = parameter.getAnnotation(ToolArg.class);
    boolean named = arg != null && !arg.name().isEmpty();
    if (!named && !parameter.isNamePresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Given(argument(parameter, arg, named ? arg.name() : parameter.getName())));
  }

  private static Argument argument(Parameter parameter, ToolArg arg, String name) {
    return new Argument(
        name,
        arg == null ? "" : arg.description(),
        arg == null || arg.required(),
        arg == null ? Optional.empty() : given(arg.defaultValue()),
        arg == null ? Optional.empty() : given(arg.header()),
        parameter.getParameterizedType(),
        parameter);
  }

  private static Optional<String> given(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** The arguments among these slots. */
  static List<Argument> arguments(List<Slot> slots) {
    return slots.stream()
        .filter(Given.class::isInstance)
        .map(slot -> ((Given) slot).argument())
        .toList();
  }

  /** Values for all slots, from those of the arguments and from the call. */
  static Object[] fill(List<Slot> slots, Object[] arguments, Exchange exchange) {
    if (arguments.length == slots.size()) {
      return arguments;
    }
    Object[] values = new Object[slots.size()];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = slots.get(i) instanceof Own own ? own.value().apply(exchange) : arguments[next++];
    }
    return values;
  }

  default boolean is(Class<?> type) {
    return this instanceof Own own && own.type() == type;
  }
}
