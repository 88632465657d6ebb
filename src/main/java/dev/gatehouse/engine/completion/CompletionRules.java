package dev.gatehouse.engine.completion;

import dev.gatehouse.completion.CompleteArg;
import dev.gatehouse.engine.bean.Draft;
import dev.gatehouse.engine.bean.NamedParameter;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a completion's method must look. */
final class CompletionRules {
  private CompletionRules() {}

  /** Notes what is wrong with the types; returns the names of the arguments to complete. */
  static List<String> check(Method method, Draft draft) {
    if (method.getReturnType() != String.class
        && !isOf(List.class, method.getGenericReturnType())) {
      draft.problem("return a List<String> or a String");
    }
    draft.signature().arguments().stream()
        .filter(named -> !isUsable(named))
        .forEach(named -> draft.problem(named.name() + ": must be a String or Optional<String>"));
    List<NamedParameter> marked =
        draft.signature().arguments().stream()
            .filter(named -> named.annotation(CompleteArg.class).isPresent())
            .toList();
    if (marked.size() != 1 || marked.get(0).type() != String.class) {
      draft.problem("mark the one String parameter that is completed with @CompleteArg");
    }
    return marked.stream().map(NamedParameter::name).toList();
  }

  static void checkNames(CompletionTarget target, Draft draft) {
    draft.signature().arguments().stream()
        .collect(Collectors.groupingBy(NamedParameter::name))
        .forEach(
            (name, parameters) -> {
              if (parameters.size() > 1) {
                draft.problem(name + ": is the name of two parameters");
              }
              if (!target.arguments().contains(name)) {
                draft.problem(name + ": is no argument of " + target.declaration());
              }
            });
  }

  private static boolean isUsable(NamedParameter named) {
    return named.type() == String.class || isOf(Optional.class, named.generic());
  }

  private static boolean isOf(Class<?> raw, Type type) {
    return type instanceof ParameterizedType p
        && p.getRawType() == raw
        && p.getActualTypeArguments()[0] == String.class;
  }
}
