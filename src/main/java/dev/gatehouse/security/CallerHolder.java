package dev.gatehouse.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Carries the caller on the thread that serves the request; cleared when the request ends. */
@ApplicationScoped
public class CallerHolder {
  private final ThreadLocal<Identity> current = new ThreadLocal<>();

  void set(Identity identity) {
    current.set(identity);
  }

  /** Forgets the caller. */
  public void clear() {
    current.remove();
  }

  Optional<Identity> current() {
    return Optional.ofNullable(current.get());
  }
}
