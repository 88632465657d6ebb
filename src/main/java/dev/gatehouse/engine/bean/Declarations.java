package dev.gatehouse.engine.bean;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Class<?>, List<String>> disputed = new HashMap<>();
  private final List<String> other = new ArrayList<>();

  /** With a catalog for each annotation. */
  protected Declarations(Catalog<?>... catalogs) {
    this.catalogs = List.of(catalogs);
  }

  // A method is offered as well when only what it implements or overrides says so.
  <X> void inherit(@Observes ProcessAnnotatedType<X> event) {
    Set<Class<? extends Annotation>> annotations =
        catalogs.stream().map(Catalog::annotation).collect(Collectors.toSet());
    unoffered.see(event.getAnnotatedType(), annotations);
    Words.of(event.getAnnotatedType(), annotations)
        .forEach(
            words -> {
              words.conflict().ifPresent(each -> dispute(words.type().getJavaClass(), each));
              event.configureAnnotatedType().filterMethods(words::areOf).forEach(words::handDown);
            });
  }

  private void dispute(Class<?> type, String problem) {
    disputed.computeIfAbsent(type, unknown -> new ArrayList<>()).add(problem);
  }

  <X> void collect(@Observes ProcessManagedBean<X> event) {
    unoffered.offer(event.getBean().getBeanClass());
    other.addAll(disputed.getOrDefault(event.getBean().getBeanClass(), List.of()));
    boolean isSession = event instanceof ProcessSessionBean;
    catalogs.forEach(
        catalog -> catalog.collect(event.getBean(), event.getAnnotatedBeanClass(), isSession));
  }

  /** Something is wrong, told in one sentence. */
  protected void problem(String sentence) {
    other.add(sentence);
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
    return Stream.of(
            catalogs.stream().flatMap(catalog -> catalog.problems().stream()),
            other.stream(),
            unoffered.problems().stream())
        .flatMap(some -> some)
        .toList();
  }
}
