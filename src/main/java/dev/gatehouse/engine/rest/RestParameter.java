package dev.gatehouse.engine.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.AnnotatedElement;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where JAX-RS would take a value from: a parameter, a field or a setter.
 *
 * @param name that of the part of the request; empty for the entity
 */
public record RestParameter(AnnotatedElement element, Class<?> type, Optional<String> name) {
  private static final Map<Class<?>, String> ABSENT =
      Map.of(
          boolean.class, "false",
          byte.class, "0",
          short.class, "0",
          int.class, "0",
          long.class, "0",
          float.class, "0",
          double.class, "0");
  private static final Set<Class<?>> OF_A_REQUEST = Set.of(SseEventSink.class, Sse.class);

  public RestParameter {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(name, "name");
  }

  static RestParameter of(AnnotatedElement element, Class<?> type) {
    return new RestParameter(element, type, RequestPart.name(element));
  }

  /** What makes it of several others. */
  boolean isBean() {
    return element.isAnnotationPresent(BeanParam.class);
  }

  /** Whether JAX-RS fills it. */
  boolean isFilled() {
    return name.isPresent() || isBean() || refusal("").isPresent();
  }

  /** Whether it is a part of the head, which is the client's word or a proxy's, not a model's. */
  public boolean isOfHead() {
    return element.isAnnotationPresent(HeaderParam.class)
        || element.isAnnotationPresent(CookieParam.class);
  }

  /** Whether a request without it reaches no such method, or a method without an entity. */
  public boolean isRequired() {
    return element.isAnnotationPresent(PathParam.class) && defaultValue().isEmpty()
        || name.isEmpty();
  }

  /** What JAX-RS puts in place of an absent value; empty for null. */
  public String defaultValue() {
    String absent = Collection.class.isAssignableFrom(type) ? "[]" : ABSENT.getOrDefault(type, "");
    return Optional.ofNullable(element.getAnnotation(DefaultValue.class))
        .map(DefaultValue::value)
        .orElse(name.isEmpty() || element.isAnnotationPresent(PathParam.class) ? "" : absent);
  }

  /** Why nobody but a request can fill it. */
  Optional<String> refusal(String known) {
    if (element.isAnnotationPresent(Context.class) || OF_A_REQUEST.contains(type)) {
      return Optional.of(
          known
              + ": @Context "
              + type.getSimpleName()
              + " is of an HTTP request, which a tool has not");
    }
    return element.isAnnotationPresent(Suspended.class)
        ? Optional.of(known + ": @Suspended answers an HTTP request, which a tool has not")
        : Optional.empty();
  }
}
