package dev.gatehouse.engine.completion;

import dev.gatehouse.completion.CompleteArg;
import dev.gatehouse.engine.bean.NamedParameter;
import dev.gatehouse.engine.bean.Signature;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a completion's method must look. */
final class CompletionRules {
  private CompletionRules() {}

  /** Notes what is wrong with the types; returns the names of the arguments to complete. */
  static List<String> check(Method method, Signature signature, List<String> problems) {
    if (method.getReturnType() != String.class
        && !isOf(List.class, method.getGenericReturnType())) {
      problems.add("return a List<String> or a String");
    }
    signature.arguments().stream()
        .filter(named -> !isUsable(named.parameter()))
        .forEach(named -> problems.add(named.name() + ": must be a String or Optional<String>"));
    List<NamedParameter> marked =
        signature.arguments().stream()
            .filter(named -> named.parameter().isAnnotationPresent(CompleteArg.class))
            .toList();
    if (marked.size() != 1 || marked.get(0).parameter().getType() != String.class) {
      problems.add("mark the one String parameter that is completed with @CompleteArg");
    }
    return marked.stream().map(NamedParameter::name).toList();
  }

  static void checkNames(CompletionTarget target, Signature signature, List<String> problems) {
    signature.arguments().stream()
        .collect(Collectors.groupingBy(NamedParameter::name))
        .forEach(
            (name, parameters) -> {
              if (parameters.size() > 1) {
                problems.add(name + ": is the name of two parameters");
              }
              if (!target.arguments().contains(name)) {
                problems.add(name + ": is no argument of " + target.declaration());
              }
            });
  }

  private static boolean isUsable(Parameter parameter) {
    return parameter.getType() == String.class
        || isOf(Optional.class, parameter.getParameterizedType());
  }

  private static boolean isOf(Class<?> raw, Type type) {
    return type instanceof ParameterizedType p
        && p.getRawType() == raw
        && p.getActualTypeArguments()[0] == String.class;
  }
}
