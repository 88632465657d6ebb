package dev.gatehouse.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Carries the sender on the thread that serves the request. */
@ApplicationScoped
public class ClientOriginHolder {
  private final ThreadLocal<ClientOrigin> current = new ThreadLocal<>();

  /** To be cleared when the request ends. */
  public void set(ClientOrigin sender) {
    current.set(sender);
  }

  /** Forgets the sender. */
  public void clear() {
    current.remove();
  }

  /** Who sent the request on this thread. */
  public ClientOrigin current() {
    return Optional.ofNullable(current.get()).orElse(ClientOrigin.UNKNOWN);
  }
}
