package dev.gatehouse.engine.bean;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The methods with one annotation of all managed and session beans, by a key of their own. They are
 * prepared when first asked for, since some can only be when those of another catalog are known.
 */
public final class Catalog<D extends Definition> {
  private final Class<? extends Annotation> annotation;
  private final Preparation<D> preparation;
  private final Function<D, String> key;
  private final List<BeanMethod> waiting = new ArrayList<>();
  private final Map<String, D> byKey = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  /** From a method to its definition; empty after noting what is wrong with it. */
  @FunctionalInterface
  public interface Preparation<D> {
    Optional<D> prepare(BeanMethod method, List<String> problems);
  }

  /** An empty catalog; two definitions with the same key are a problem. */
  public Catalog(
      Class<? extends Annotation> annotation, Preparation<D> preparation, Function<D, String> key) {
    this.annotation = annotation;
    this.preparation = preparation;
    this.key = key;
  }

  Class<? extends Annotation> annotation() {
    return annotation;
  }

  /** Adds the methods of one bean. */
  void collect(Bean<?> bean, AnnotatedType<?> type, boolean isSession) {
    List<? extends AnnotatedMethod<?>> marked =
        type.getMethods().stream()
            .filter(method -> method.isAnnotationPresent(annotation))
            .toList();
    Set<Method> overridden = marked.isEmpty() ? Set.of() : BeanMethod.overridden(type);
    marked.stream()
        // CDI knows of those above too, which nobody can call any more.
        .filter(method -> !overridden.contains(method.getJavaMember()))
        // What implements an abstract one has its annotations too.
        .filter(method -> !Modifier.isAbstract(method.getJavaMember().getModifiers()))
        // Compilers copy annotations to the bridges that stand for a generic method.
        .filter(method -> !method.getJavaMember().isBridge())
        .map(method -> new BeanMethod(bean, type, method, isSession))
        .sorted(Comparator.comparing(method -> method.java().toString()))
        .forEach(waiting::add);
  }

  /** Adds a method that something else than the annotation offers. */
  public void add(BeanMethod method) {
    waiting.add(method);
  }

  private void prepare() {
    List<BeanMethod> next = List.copyOf(waiting);
    waiting.clear();
    next.forEach(method -> preparation.prepare(method, problems).ifPresent(this::add));
  }

  private void add(D definition) {
    String own = key.apply(definition);
    D first = byKey.putIfAbsent(own, definition);
    if (first != null) {
      Declaration second = definition.declaration();
      problems.add(
          "%s %s is declared twice: %s and %s"
              .formatted(
                  second.kind(),
                  own,
                  first.declaration().method().signature(),
                  second.method().signature()));
    }
  }

  /** The definitions in the order of their keys. */
  public List<D> all() {
    prepare();
    return List.copyOf(byKey.values());
  }

  /** The definitions, ready to run. */
  public Registry<D> registry(BeanManager beans) {
    prepare();
    return Registry.of(byKey, beans);
  }

  List<String> problems() {
    prepare();
    return List.copyOf(problems);
  }
}
