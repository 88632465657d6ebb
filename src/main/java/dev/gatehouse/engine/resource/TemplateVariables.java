package dev.gatehouse.engine.resource;

import dev.gatehouse.engine.bean.NamedParameter;
import dev.gatehouse.engine.bean.Signature;
import dev.gatehouse.engine.schema.Argument;
import dev.gatehouse.engine.schema.TextArguments;
import dev.gatehouse.engine.schema.UnusableTypeException;
import dev.gatehouse.resource.ResourceTemplate;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a template's variables and its method's parameters fit together. */
final class TemplateVariables {
  private TemplateVariables() {}

  static Optional<UriTemplate> template(Method method, List<String> problems) {
    try {
      String text = method.getAnnotation(ResourceTemplate.class).uriTemplate();
      return Optional.of(UriTemplate.parse(text));
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
  }

  static void check(Set<String> variables, Signature signature, List<String> problems) {
    Set<String> parameters =
        signature.arguments().stream().map(NamedParameter::name).collect(Collectors.toSet());
    variables.stream()
        .filter(variable -> !parameters.contains(variable))
        .forEach(variable -> problems.add("the variable {" + variable + "} has no parameter"));
    signature.arguments().stream()
        .map(NamedParameter::name)
        .filter(parameter -> !variables.contains(parameter))
        .forEach(parameter -> problems.add("the parameter " + parameter + " has no variable"));
  }

  static Optional<TextArguments> arguments(Signature signature, List<String> problems) {
    List<Argument> arguments =
        signature.arguments().stream().map(TemplateVariables::argument).toList();
    try {
      return Optional.of(TextArguments.of(arguments, "a variable of this template"));
    } catch (UnusableTypeException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static Argument argument(NamedParameter named) {
    return new Argument(
        named.name(),
        "",
        true,
        Optional.empty(),
        Optional.empty(),
        named.parameter().getParameterizedType(),
        named.parameter());
  }
}
