package dev.gatehouse.engine.bean;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.validation.Validator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The methods with one annotation of all managed and session beans, by a key of their own. */
public final class Catalog<D extends Definition> implements Declarations {
  private final Class<? extends Annotation> annotation;
  private final Preparation<D> preparation;
  private final Function<D, String> key;
  private final Map<String, Found<D>> byKey = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private record Found<D>(D definition, Bean<?> bean) {}

  /** From a method to its definition; empty after noting what is wrong with it. */
  @FunctionalInterface
  public interface Preparation<D> {
    Optional<D> prepare(Class<?> beanClass, Method method, List<String> problems);
  }

  /** An empty catalog; two definitions with the same key are a problem. */
  public Catalog(
      Class<? extends Annotation> annotation, Preparation<D> preparation, Function<D, String> key) {
    this.annotation = annotation;
    this.preparation = preparation;
    this.key = key;
  }

  /** Adds the methods of one bean. */
  public void collect(ProcessManagedBean<?> event) {
    collect(event.getBean(), event.getAnnotatedBeanClass());
  }

  /** The same when the event is over. */
  public void collect(Bean<?> bean, AnnotatedType<?> type) {
    type.getMethods().stream()
        .filter(method -> method.isAnnotationPresent(annotation))
        .map(AnnotatedMethod::getJavaMember)
        // Compilers copy annotations to the bridges that stand for a generic method.
        .filter(method -> !method.isBridge())
        .sorted(Comparator.comparing(Method::toString))
        .forEach(method -> add(bean, type.getJavaClass(), method));
  }

  private void add(Bean<?> bean, Class<?> beanClass, Method method) {
    preparation
        .prepare(beanClass, method, problems)
        .ifPresent(definition -> add(new Found<>(definition, bean)));
  }

  private void add(Found<D> found) {
    String own = key.apply(found.definition());
    Found<D> first = byKey.putIfAbsent(own, found);
    if (first != null) {
      Declaration second = found.definition().declaration();
      problems.add(
          "%s %s is declared twice: %s and %s"
              .formatted(
                  second.kind(),
                  own,
                  first.definition().declaration().location(),
                  second.location()));
    }
  }

  /** The definitions in the order of their keys. */
  public List<D> all() {
    return byKey.values().stream().map(Found::definition).toList();
  }

  /** The way to run each definition. */
  public Map<D, Invocation> invocations(BeanManager beans) {
    Validator validator = ParameterConstraints.validator(beans);
    Map<D, Invocation> invocations = new HashMap<>();
    for (Found<D> found : byKey.values()) {
      BeanReference reference = new BeanReference(beans, found.bean());
      invocations.put(found.definition(), new Invocation(found.definition(), reference, validator));
    }
    return invocations;
  }

  @Override
  public List<Declaration> declarations() {
    return all().stream().map(Definition::declaration).toList();
  }

  @Override
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
