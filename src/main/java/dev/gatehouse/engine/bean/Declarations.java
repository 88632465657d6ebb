package dev.gatehouse.engine.bean;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All declarations of some kind, collected from all managed and session beans while CDI starts, and
 * what is wrong with those that can't be used.
 */
public abstract class Declarations implements Extension {
  private final List<Catalog<?>> catalogs;
  private final Unoffered unoffered = new Unoffered();

  /** With a catalog for each annotation. */
  protected Declarations(Catalog<?>... catalogs) {
    this.catalogs = List.of(catalogs);
  }

  // A method is offered as well when only the interface that it implements says so.
  <X> void inherit(@Observes ProcessAnnotatedType<X> event) {
    Class<X> type = event.getAnnotatedType().getJavaClass();
    Set<Class<? extends Annotation>> annotations =
        catalogs.stream().map(Catalog::annotation).collect(Collectors.toSet());
    unoffered.see(event.getAnnotatedType(), annotations);
    AbstractMethods.of(type, annotations)
        .forEach(
            above ->
                event
                    .configureAnnotatedType()
                    .filterMethods(
                        method -> AbstractMethods.isImplementedBy(method.getJavaMember(), above))
                    .forEach(method -> AbstractMethods.handDown(above, method)));
  }

  <X> void collect(@Observes ProcessManagedBean<X> event) {
    unoffered.offer(event.getBean().getBeanClass());
    boolean isSession = event instanceof ProcessSessionBean;
    catalogs.forEach(
        catalog -> catalog.collect(event.getBean(), event.getAnnotatedBeanClass(), isSession));
  }

  /** Those that can be used, in a fixed order. */
  public List<Declaration> declarations() {
    return catalogs.stream()
        .flatMap(catalog -> catalog.all().stream())
        .map(Definition::declaration)
        .toList();
  }

  /** What is wrong with the others, one sentence each. */
  public List<String> problems() {
    return Stream.concat(
            catalogs.stream().flatMap(catalog -> catalog.problems().stream()),
            unoffered.problems().stream())
        .toList();
  }
}
