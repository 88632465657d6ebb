package dev.gatehouse.security.scope;

import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.engine.bean.Declaration;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.util.stream.Stream;

/** What asks for roles where no container looks: on beans that are no EJBs. */
final class UncheckedRoles {
  private UncheckedRoles() {}

  /** A sentence for each such annotation. */
  static Stream<String> of(Declaration declaration) {
    return annotations(declaration.method())
        .map(
            name ->
                declaration
                    + ": nobody checks @"
                    + name
                    + " on a bean that is no EJB; ask for a scope, or the SecurityContext");
  }

  static Stream<String> annotations(BeanMethod method) {
    return Stream.<Class<? extends Annotation>>of(RolesAllowed.class, DenyAll.class)
        .filter(rule -> !method.isSession())
        .filter(
            rule ->
                method.annotation(rule).isPresent() || method.annotationOfType(rule).isPresent())
        .map(Class::getSimpleName);
  }
}
