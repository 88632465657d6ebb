package dev.gatehouse.testing;

import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.annotation.Annotation;
import java.util.Set;

/** Makes plain beans of EJBs, which nothing in a test would make: a singleton stays one. */
final class PlainEjbs implements Extension {
  private static final Set<Class<? extends Annotation>> EJBS =
      Set.of(Stateless.class, Stateful.class, Singleton.class);

  void plain(
      @Observes @WithAnnotations({Stateless.class, Stateful.class, Singleton.class})
          ProcessAnnotatedType<?> type) {
    boolean single = type.getAnnotatedType().isAnnotationPresent(Singleton.class);
    var plain = type.configureAnnotatedType().remove(each -> EJBS.contains(each.annotationType()));
    if (single) {
      plain.add(ApplicationScoped.Literal.INSTANCE);
    }
  }
}
