package dev.gatehouse.engine.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;

/**
 * What a resource answers a tool's caller.
 *
 * @param status such as {@code 404 Not Found}, and where it sends the caller
 * @param entity what a client of it would read
 */
public record RestAnswer(String status, Optional<Object> entity, boolean isError) {
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  public RestAnswer {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(entity, "entity");
  }

  /** Whether a method that returns this says its status itself. */
  public static boolean isResponse(Type returned) {
    return returned instanceof Class<?> type && Response.class.isAssignableFrom(type);
  }

  /** What such a method returned. */
  public static RestAnswer of(Object returned) {
    Response response = (Response) returned;
    String status = response.getStatus() + " " + response.getStatusInfo().getReasonPhrase();
    String location = Optional.ofNullable(response.getLocation()).map(uri -> ", " + uri).orElse("");
    Optional<Object> entity =
        Optional.ofNullable(response.getEntity())
            .map(found -> found instanceof GenericEntity<?> typed ? typed.getEntity() : found);
    return new RestAnswer(status + location, entity, response.getStatus() >= CLIENT_ERROR);
  }

  /** What the exception says to the client; empty if it is a fault. */
  public static Optional<RestAnswer> of(RuntimeException thrown) {
    return Optional.ofNullable(isWrapper(thrown) ? thrown.getCause() : thrown)
        .filter(WebApplicationException.class::isInstance)
        .map(each -> ((WebApplicationException) each).getResponse())
        .filter(response -> response.getStatus() < SERVER_ERROR)
        .map(RestAnswer::of);
  }

  // By its name, since some servers have no EJBs.
  private static boolean isWrapper(RuntimeException thrown) {
    return thrown.getClass().getName().equals("jakarta.ejb.EJBException");
  }
}
