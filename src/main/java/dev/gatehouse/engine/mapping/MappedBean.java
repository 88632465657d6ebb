package dev.gatehouse.engine.mapping;

import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A bean of which an entry names the class. */
record MappedBean(Bean<?> bean, AnnotatedType<?> type, boolean isSession) {

  /** The one method that is meant; empty after adding why there is none. */
  Optional<BeanMethod> method(MappedTool tool, List<String> problems) {
    List<AnnotatedMethod<?>> named = named(tool.method());
    List<AnnotatedMethod<?>> found =
        named.stream().filter(each -> MeantMethod.fits(each.getJavaMember(), tool)).toList();
    if (found.size() != 1) {
      problems.add(tool.place() + ": " + MeantMethod.missing(tool, named, methods(), found.size()));
      return Optional.empty();
    }
    AnnotatedMethod<?> method = found.get(0);
    Optional<String> problem = problem(tool, method);
    problem.ifPresent(sentence -> problems.add(tool.place() + ": " + sentence));
    return problem.isPresent()
        ? Optional.empty()
        : Optional.of(
            new BeanMethod(
                bean,
                type,
                new MappedMethod<>(method, tool),
                isSession,
                Optional.of(tool.place())));
  }

  private Stream<AnnotatedMethod<?>> methods() {
    Set<Method> overridden = BeanMethod.overridden(type);
    return type.getMethods().stream()
        .<AnnotatedMethod<?>>map(each -> each)
        .filter(each -> each.getJavaMember().getDeclaringClass() != Object.class)
        .filter(each -> !each.getJavaMember().isBridge())
        .filter(each -> !overridden.contains(each.getJavaMember()));
  }

  private List<AnnotatedMethod<?>> named(String name) {
    return methods().filter(each -> each.getJavaMember().getName().equals(name)).toList();
  }

  private Optional<String> problem(MappedTool tool, AnnotatedMethod<?> method) {
    if (!Modifier.isPublic(method.getJavaMember().getModifiers())) {
      return Optional.of("method: " + tool.type() + "." + tool.method() + " is not public");
    }
    if (method.isAnnotationPresent(Tool.class)) {
      return Optional.of("method: is a tool by @Tool already: keep one of both");
    }
    return unmet(tool, method)
        .map(
            scopes ->
                "scopes: the method has @RequiresScope, for all its callers: name these too: "
                    + String.join(" ", scopes));
  }

  // What the author demands of each caller is not the file's to take away.
  private Optional<Set<String>> unmet(MappedTool tool, AnnotatedMethod<?> method) {
    Optional<RequiresScope> own =
        Optional.ofNullable(method.getAnnotation(RequiresScope.class))
            .or(() -> Optional.ofNullable(type.getAnnotation(RequiresScope.class)));
    Set<String> missing = new HashSet<>(own.map(all -> List.of(all.value())).orElse(List.of()));
    missing.removeAll(tool.scopes());
    return Optional.of(missing).filter(some -> !some.isEmpty());
  }
}
