package dev.gatehouse.engine.tool;

import dev.gatehouse.engine.bean.NamedParameter;
import dev.gatehouse.engine.bean.Signature;
import dev.gatehouse.engine.schema.Argument;
import dev.gatehouse.engine.schema.ArgumentSchema;
import dev.gatehouse.engine.schema.UnusableTypeException;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import jakarta.json.JsonObject;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;

/** A tool's arguments, from its parameters or from the schema that its author wrote. */
final class ToolInput {
  private ToolInput() {}

  /** The name that {@link ToolArg} gives; empty for none. */
  static String given(Parameter parameter) {
    ToolArg arg = parameter.getAnnotation(ToolArg.class);
    return arg == null ? "" : arg.name();
  }

  static Optional<ArgumentSchema> of(Tool tool, Signature signature, List<String> problems) {
    for (NamedParameter named : signature.arguments()) {
      if (named.isSensitive() && argument(named).header().isPresent()) {
        problems.add(named.name() + ": what is @Sensitive can't travel in a header too");
      }
    }
    try {
      return Optional.of(
          tool.inputSchema().isEmpty()
              ? ArgumentSchema.of(signature.arguments().stream().map(ToolInput::argument).toList())
              : written(tool, signature, problems));
    } catch (UnusableTypeException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static ArgumentSchema written(Tool tool, Signature signature, List<String> problems)
      throws UnusableTypeException {
    List<NamedParameter> arguments = signature.arguments();
    if (arguments.size() != 1 || arguments.get(0).parameter().getType() != JsonObject.class) {
      problems.add("with an inputSchema, the only argument is one JsonObject");
    }
    return ArgumentSchema.written(tool.inputSchema());
  }

  private static Argument argument(NamedParameter named) {
    Parameter parameter = named.parameter();
    Optional<ToolArg> arg = Optional.ofNullable(parameter.getAnnotation(ToolArg.class));
    return new Argument(
        named.name(),
        arg.map(ToolArg::description).orElse(""),
        arg.map(ToolArg::required).orElse(true),
        arg.map(ToolArg::defaultValue).filter(value -> !value.isEmpty()),
        arg.map(ToolArg::header).filter(value -> !value.isEmpty()),
        parameter.getParameterizedType(),
        parameter);
  }
}
