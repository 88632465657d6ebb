package dev.gatehouse.engine.tool;

import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.engine.bean.Draft;
import dev.gatehouse.engine.bean.NamedParameter;
import dev.gatehouse.engine.bean.ParameterReading;
import dev.gatehouse.engine.mapping.MappedArgument;
import dev.gatehouse.engine.mapping.MappedMethod;
import dev.gatehouse.engine.rest.RestMethod;
import dev.gatehouse.engine.schema.Argument;
import dev.gatehouse.engine.schema.ArgumentSchema;
import dev.gatehouse.engine.schema.UnusableTypeException;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tool's arguments, from its parameters or from the schema that its author wrote. */
record ToolInput(BeanMethod method, Map<String, MappedArgument> mapped, Optional<RestMethod> rest) {

  static ToolInput of(BeanMethod method) {
    return new ToolInput(method, MappedMethod.arguments(method), RestMethod.of(method));
  }

  /** Under which names the parameters are arguments. */
  ParameterReading reading() {
    MappedNames names = MappedNames.of(mapped);
    return new ParameterReading(
        this::given,
        parameter -> rest.flatMap(resource -> resource.members(parameter)),
        names.renamed(),
        names.sensitive());
  }

  // The name that an annotation gives; empty for none.
  private String given(Annotated parameter) {
    return Optional.ofNullable(parameter.getAnnotation(ToolArg.class))
        .map(ToolArg::name)
        .filter(name -> !name.isEmpty())
        .or(() -> rest.flatMap(resource -> resource.parameter(parameter).name()))
        .orElse("");
  }

  Optional<ArgumentSchema> schema(Tool tool, Draft draft) {
    List<NamedParameter> arguments = draft.signature().arguments();
    rest.ifPresent(
        resource -> resource.problems(method.type().getJavaClass()).forEach(draft::problem));
    MappedNames.problems(mapped.keySet(), arguments).forEach(draft::problem);
    for (NamedParameter named : arguments) {
      if (named.isSensitive() && argument(named).header().isPresent()) {
        draft.problem(named.name() + ": what is @Sensitive can't travel in a header too");
      }
      if (isOfHead(named) && !argument(named).hidden()) {
        draft.problem(
            named.name()
                + ": a header or cookie is no word of a model: fix or hide it in the mapping file");
      }
    }
    return draft.attempt(
        () -> tool.inputSchema().isEmpty() ? fromParameters(arguments) : written(tool, draft));
  }

  private boolean isOfHead(NamedParameter named) {
    return rest.filter(resource -> resource.parameter(named.written()).isOfHead()).isPresent();
  }

  private ArgumentSchema fromParameters(List<NamedParameter> arguments)
      throws UnusableTypeException {
    return ArgumentSchema.of(arguments.stream().map(this::argument).toList());
  }

  private static ArgumentSchema written(Tool tool, Draft draft) throws UnusableTypeException {
    List<NamedParameter> arguments = draft.signature().arguments();
    if (arguments.size() != 1 || arguments.get(0).type() != JsonObject.class) {
      draft.problem("with an inputSchema, the only argument is one JsonObject");
    }
    return ArgumentSchema.written(tool.inputSchema());
  }

  private Argument argument(NamedParameter named) {
    return new ToolArgument(
            named,
            named.annotation(ToolArg.class),
            rest.map(resource -> resource.parameter(named.written())),
            Optional.ofNullable(mapped.get(named.known())))
        .argument();
  }
}
