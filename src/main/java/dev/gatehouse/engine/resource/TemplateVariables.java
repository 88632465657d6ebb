package dev.gatehouse.engine.resource;

import dev.gatehouse.engine.bean.Draft;
import dev.gatehouse.engine.bean.NamedParameter;
import dev.gatehouse.engine.schema.Argument;
import dev.gatehouse.engine.schema.TextArguments;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a template's variables and its method's parameters fit together. */
final class TemplateVariables {
  private TemplateVariables() {}

  static void check(Set<String> variables, Draft draft) {
    Set<String> parameters =
        draft.signature().arguments().stream()
            .map(NamedParameter::name)
            .collect(Collectors.toSet());
    variables.stream()
        .filter(variable -> !parameters.contains(variable))
        .forEach(variable -> draft.problem("the variable {" + variable + "} has no parameter"));
    draft.signature().arguments().stream()
        .map(NamedParameter::name)
        .filter(parameter -> !variables.contains(parameter))
        .forEach(parameter -> draft.problem("the parameter " + parameter + " has no variable"));
  }

  static Optional<TextArguments> arguments(Draft draft) {
    List<Argument> arguments =
        draft.signature().arguments().stream().map(NamedParameter::argument).toList();
    return draft.attempt(() -> TextArguments.of(arguments, "a variable of this template"));
  }
}
