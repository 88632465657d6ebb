package dev.gatehouse.engine.bean;

import dev.gatehouse.engine.interaction.Exchange;
import java.util.Optional;

/**
 * A parameter at its place.
 *
 * @param name the argument's, if it is one
 * @param context what fills it
 * @param assembly what it is made of
 */
record Slot(String name, Optional<ContextParameter> context, Optional<Assembly> assembly) {

  /** How many arguments it takes. */
  int width() {
    return context.isPresent() ? 0 : assembly.map(made -> made.setters().size()).orElse(1);
  }

  /** Its value, from the arguments that begin at {@code next}. */
  Object value(Object[] arguments, int next, Exchange exchange) {
    if (context.isPresent()) {
      return context.get().from(exchange);
    }
    return assembly.isPresent() ? assembly.get().make(arguments, next) : arguments[next];
  }
}
