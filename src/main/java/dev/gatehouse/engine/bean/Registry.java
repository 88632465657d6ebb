package dev.gatehouse.engine.bean;

import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.validation.Validator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The definitions of a catalog, by their keys and in the order of these, ready to run. */
public final class Registry<D extends Definition> {
  private final List<D> all;
  private final Map<String, D> byKey;
  private final Map<D, Invocation> invocations;

  private Registry(Map<String, D> byKey, Map<D, Invocation> invocations) {
    this.all = List.copyOf(byKey.values());
    this.byKey = Map.copyOf(byKey);
    this.invocations = Map.copyOf(invocations);
  }

  /** A registry of nothing. */
  public static <D extends Definition> Registry<D> empty() {
    return new Registry<>(Map.of(), Map.of());
  }

  static <D extends Definition> Registry<D> of(Map<String, D> byKey, BeanManager beans) {
    Validator validator = ParameterConstraints.validator(beans);
    Map<D, Invocation> invocations = new LinkedHashMap<>();
    for (D definition : byKey.values()) {
      BeanMethod method = definition.declaration().method();
      BeanView view = BeanView.of(method).orElseThrow();
      BeanReference reference = new BeanReference(beans, method.bean(), view.type());
      invocations.put(definition, new Invocation(definition, reference, view.method(), validator));
    }
    return new Registry<>(byKey, invocations);
  }

  /** All definitions in the order of their keys. */
  public List<D> all() {
    return all;
  }

  /** The definition with exactly this key. */
  public Optional<D> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Whether this very definition is one of them. */
  public boolean has(D definition) {
    return invocations.containsKey(definition);
  }

  /**
   * Runs a definition of this registry, and shapes what its method returns while the bean still
   * lives. What the method throws passes through.
   *
   * @throws InvalidArgumentsException when an argument breaks a constraint
   */
  public <R> R call(D definition, Object[] arguments, Exchange exchange, Function<Object, R> shape)
      throws InvalidArgumentsException {
    return invocations.get(definition).call(arguments, exchange, shape);
  }
}
