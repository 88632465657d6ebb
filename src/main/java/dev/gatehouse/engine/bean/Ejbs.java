package dev.gatehouse.engine.bean;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/** EJBs by the names of their annotations, since a server may have none. */
public final class Ejbs {
  private static final Set<String> ANNOTATIONS =
      Set.of("jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton");

  private Ejbs() {}

  /** Whether a container of EJBs would make it. */
  public static boolean isEjb(Class<?> type) {
    return isEjb(Arrays.asList(type.getAnnotations()));
  }

  /** The same of a class with these annotations. */
  static boolean isEjb(Collection<Annotation> annotations) {
    return annotations.stream()
        .anyMatch(each -> ANNOTATIONS.contains(each.annotationType().getName()));
  }
}
