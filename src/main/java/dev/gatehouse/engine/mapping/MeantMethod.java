package dev.gatehouse.engine.mapping;

import dev.gatehouse.config.EditDistance;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which method an entry means, and why it may be none or several. */
final class MeantMethod {
  private MeantMethod() {}

  /** Whether it has the parameters that the entry names, if it names any. */
  static boolean fits(Method method, MappedTool tool) {
    return tool.parameters().isEmpty()
        || tool.parameters().get().equals(types(method, Class::getTypeName))
        || tool.parameters().get().equals(types(method, Class::getSimpleName));
  }

  private static List<String> types(Method method, Function<Class<?>, String> name) {
    return Arrays.stream(method.getParameterTypes()).map(name).toList();
  }

  /** Why not exactly one of those with the name is meant. */
  static String missing(
      MappedTool tool, List<AnnotatedMethod<?>> named, Stream<AnnotatedMethod<?>> all, int found) {
    String type = tool.type();
    if (named.isEmpty()) {
      Stream<String> names = all.map(each -> each.getJavaMember().getName());
      return "method: %s has no method %s%s"
          .formatted(
              type,
              tool.method(),
              EditDistance.nearest(tool.method(), names.toList())
                  .map(nearest -> "; the nearest is " + nearest)
                  .orElse(""));
    }
    String overloads =
        named.stream()
            .map(each -> "(" + String.join(", ", types(each.getJavaMember(), Class::getTypeName)))
            .map(each -> each + ")")
            .sorted()
            .collect(Collectors.joining(", "));
    return found == 0
        ? "parameters: %s.%s has %s".formatted(type, tool.method(), overloads)
        : "method: %s.%s is ambiguous, say parameters: %s"
            .formatted(type, tool.method(), overloads);
  }
}
