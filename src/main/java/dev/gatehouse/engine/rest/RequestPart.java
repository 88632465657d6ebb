package dev.gatehouse.engine.rest;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The part of a request that an annotation names. */
final class RequestPart {
  private RequestPart() {}

  /** Its name there; empty for the entity. */
  static Optional<String> name(AnnotatedElement element) {
    return Stream.of(
            name(element, PathParam.class, PathParam::value),
            name(element, QueryParam.class, QueryParam::value),
            name(element, MatrixParam.class, MatrixParam::value),
            name(element, FormParam.class, FormParam::value),
            name(element, HeaderParam.class, HeaderParam::value),
            name(element, CookieParam.class, CookieParam::value))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static <A extends Annotation> Optional<String> name(
      AnnotatedElement element, Class<A> annotation, Function<A, String> value) {
    return Optional.ofNullable(element.getAnnotation(annotation)).map(value);
  }
}
