package dev.gatehouse.engine.rest;

import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.engine.bean.Written;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.StreamingOutput;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The method of a resource as JAX-RS reads it: its own annotations, else those of the nearest
 * method above it that has any.
 *
 * @see <a
 *     href="https://jakarta.ee/specifications/restful-ws/3.1/jakarta-restful-ws-spec-3.1#annotationinheritance">Jakarta
 *     RESTful Web Services 3.1, 3.6</a>
 */
public final class RestMethod {
  private final Method annotated;

  private RestMethod(Method annotated) {
    this.annotated = annotated;
  }

  /** Empty for a method that answers no HTTP request. */
  public static Optional<RestMethod> of(BeanMethod method) {
    return Stream.concat(Stream.of(method.java()), method.overridden().stream())
        .filter(RestMethod::isAnnotated)
        .findFirst()
        .filter(each -> Arrays.stream(each.getAnnotations()).anyMatch(RestMethod::isVerb))
        .map(RestMethod::new);
  }

  private static boolean isVerb(Annotation annotation) {
    return annotation.annotationType().isAnnotationPresent(HttpMethod.class);
  }

  private static boolean isAnnotated(Method method) {
    return Stream.concat(Stream.of(method), Arrays.stream(method.getParameters()))
        .anyMatch(RestMethod::isOfJaxRs);
  }

  private static boolean isOfJaxRs(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .anyMatch(
            each -> isVerb(each) || each.annotationType().getName().startsWith("jakarta.ws.rs."));
  }

  /** What JAX-RS knows of a parameter, or of a member of one. */
  public RestParameter parameter(Annotated written) {
    return written instanceof Written member
        ? RestParameter.of(member.element(), (Class<?>) raw(member.type()))
        : parameter(((AnnotatedParameter<?>) written).getPosition());
  }

  private RestParameter parameter(int position) {
    Parameter parameter = annotated.getParameters()[position];
    return RestParameter.of(parameter, parameter.getType());
  }

  private static Type raw(Type type) {
    Type raw = type instanceof ParameterizedType held ? held.getRawType() : type;
    return raw instanceof Class<?> ? raw : Object.class;
  }

  /** The members of a {@code @BeanParam}; empty for another parameter. */
  public Optional<List<Written>> members(AnnotatedParameter<?> parameter) {
    return parameter(parameter.getPosition()).isBean()
        ? Optional.of(ResourceFields.members(parameter.getJavaParameter().getType()))
        : Optional.empty();
  }

  /** Why it can't be called without an HTTP request, one sentence each. */
  public List<String> problems(Class<?> resource) {
    Stream<String> parameters =
        IntStream.range(0, annotated.getParameterCount())
            .mapToObj(this::parameter)
            .flatMap(RestMethod::problems);
    Stream<String> returned =
        StreamingOutput.class.isAssignableFrom(annotated.getReturnType())
            ? Stream.of("it returns a StreamingOutput, which only an HTTP response can take")
            : Stream.empty();
    return Stream.of(parameters, ResourceFields.problems(resource), returned)
        .flatMap(some -> some)
        .toList();
  }

  private static Stream<String> problems(RestParameter parameter) {
    String name = ((Parameter) parameter.element()).getName();
    return parameter.isBean()
        ? ResourceFields.memberProblems(parameter.type())
        : parameter.refusal(name).stream();
  }
}
