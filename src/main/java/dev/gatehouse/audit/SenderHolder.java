package dev.gatehouse.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Carries the sender on the thread that serves the request. */
@ApplicationScoped
public class SenderHolder {
  private final ThreadLocal<Sender> current = new ThreadLocal<>();

  /** To be cleared when the request ends. */
  public void set(Sender sender) {
    current.set(sender);
  }

  /** Forgets the sender. */
  public void clear() {
    current.remove();
  }

  /** Who sent the request on this thread. */
  public Sender current() {
    return Optional.ofNullable(current.get()).orElse(Sender.UNKNOWN);
  }
}
