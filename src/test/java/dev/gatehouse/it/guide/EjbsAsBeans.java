package dev.gatehouse.it.guide;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;

/** Makes beans of the EJBs on a page: a test in process has no container for them. */
public class EjbsAsBeans implements Extension {
  <X> void plain(@Observes @WithAnnotations(Stateless.class) ProcessAnnotatedType<X> event) {
    event.configureAnnotatedType().remove(Stateless.class::isInstance);
  }
}
