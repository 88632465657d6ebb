package dev.gatehouse.engine.tool;

import dev.gatehouse.engine.bean.Draft;
import dev.gatehouse.engine.bean.NamedParameter;
import dev.gatehouse.engine.schema.Argument;
import dev.gatehouse.engine.schema.ArgumentSchema;
import dev.gatehouse.engine.schema.UnusableTypeException;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** A tool's arguments, from its parameters or from the schema that its author wrote. */
final class ToolInput {
  private ToolInput() {}

  /** The name that {@link ToolArg} gives; empty for none. */
  static String given(AnnotatedParameter<?> parameter) {
    ToolArg arg = parameter.getAnnotation(ToolArg.class);
    return arg == null ? "" : arg.name();
  }

  static Optional<ArgumentSchema> of(Tool tool, Draft draft) {
    for (NamedParameter named : draft.signature().arguments()) {
      if (named.isSensitive() && argument(named).header().isPresent()) {
        draft.problem(named.name() + ": what is @Sensitive can't travel in a header too");
      }
    }
    return draft.attempt(
        () -> tool.inputSchema().isEmpty() ? fromParameters(draft) : written(tool, draft));
  }

  private static ArgumentSchema fromParameters(Draft draft) throws UnusableTypeException {
    return ArgumentSchema.of(
        draft.signature().arguments().stream().map(ToolInput::argument).toList());
  }

  private static ArgumentSchema written(Tool tool, Draft draft) throws UnusableTypeException {
    List<NamedParameter> arguments = draft.signature().arguments();
    if (arguments.size() != 1 || arguments.get(0).type() != JsonObject.class) {
      draft.problem("with an inputSchema, the only argument is one JsonObject");
    }
    return ArgumentSchema.written(tool.inputSchema());
  }

  private static Argument argument(NamedParameter named) {
    return named
        .annotation(ToolArg.class)
        .map(
            arg ->
                named.argument(arg.description(), arg.required(), arg.defaultValue(), arg.header()))
        .orElseGet(named::argument);
  }
}
