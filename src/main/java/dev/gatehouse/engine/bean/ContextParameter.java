package dev.gatehouse.engine.bean;

import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.McpLog;
import dev.gatehouse.interaction.Progress;
import dev.gatehouse.interaction.Task;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** A parameter that is no argument: each call fills it with its own way to reach the client. */
public enum ContextParameter {
  PROGRESS(Progress.class, Exchange::progress),
  LOG(McpLog.class, Exchange::log),
  CANCELLATION(Cancellation.class, Exchange::cancellation),
  INPUT(Input.class, Exchange::input),
  TASK(Task.class, Exchange::task);

  private final Class<?> type;
  private final Function<Exchange, Object> value;

  ContextParameter(Class<?> type, Function<Exchange, Object> value) {
    this.type = type;
    this.value = value;
  }

  static Optional<ContextParameter> of(Class<?> type) {
    return Arrays.stream(values()).filter(parameter -> parameter.type == type).findFirst();
  }

  Object from(Exchange exchange) {
    return value.apply(exchange);
  }
}
