package dev.gatehouse.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;

/**
 * Carries the headers on the thread that serves the request. Every application of a WAR finds the
 * resources of every other one; what came through another one than ours is not known here.
 */
@ApplicationScoped
public class CurrentRequest {
  private final ThreadLocal<RequestHeaders> current = new ThreadLocal<>();

  /** To be cleared when the request ends. */
  public void begin(RequestHeaders headers) {
    current.set(headers);
  }

  /** Forgets the request. */
  public void end() {
    current.remove();
  }

  /** The headers; a {@link NotFoundException} in a request through another application. */
  public RequestHeaders headers() {
    return Optional.ofNullable(current.get()).orElseThrow(NotFoundException::new);
  }
}
