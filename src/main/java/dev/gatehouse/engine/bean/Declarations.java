package dev.gatehouse.engine.bean;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.util.List;

/**
 * All declarations of some kind, collected from all managed and session beans while CDI starts, and
 * what is wrong with those that can't be used.
 */
public abstract class Declarations implements Extension {
  private final List<Catalog<?>> catalogs;

  /** With a catalog for each annotation. */
  protected Declarations(Catalog<?>... catalogs) {
    this.catalogs = List.of(catalogs);
  }

  <X> void collect(@Observes ProcessManagedBean<X> event) {
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
    return catalogs.stream().flatMap(catalog -> catalog.problems().stream()).toList();
  }
}
