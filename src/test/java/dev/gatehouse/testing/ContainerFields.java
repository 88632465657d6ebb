package dev.gatehouse.testing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.InjectLiteral;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.persistence.PersistenceContext;
import java.util.Set;

/** Fields that a container fills by other means are injected: what is missing is told by name. */
final class ContainerFields implements Extension {

  void inject(
      @Observes @WithAnnotations({EJB.class, Resource.class, PersistenceContext.class})
          ProcessAnnotatedType<?> type) {
    type.configureAnnotatedType()
        .filterFields(
            field ->
                Set.of(EJB.class, Resource.class, PersistenceContext.class).stream()
                    .anyMatch(field::isAnnotationPresent))
        .forEach(field -> field.add(InjectLiteral.INSTANCE));
  }
}
