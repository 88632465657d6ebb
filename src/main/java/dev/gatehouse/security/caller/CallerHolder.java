package dev.gatehouse.security.caller;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries the caller on the thread that serves the request; cleared when the request ends. */
@ApplicationScoped
public class CallerHolder {
  private final ThreadLocal<VerifiedCaller> current = new ThreadLocal<>();

  /** From here on, this thread serves this caller. */
  public void set(VerifiedCaller caller) {
    current.set(caller);
  }

  /** Forgets the caller. */
  public void clear() {
    current.remove();
  }

  /** Runs it as the caller of now, on whatever thread and however much later. */
  public <T> Consumer<T> asNow(Consumer<T> action) {
    Optional<VerifiedCaller> caller = current();
    return argument -> {
      caller.ifPresentOrElse(this::set, this::clear);
      try {
        action.accept(argument);
      } finally {
        clear();
      }
    };
  }

  /** Whom this thread serves. */
  public Optional<VerifiedCaller> current() {
    return Optional.ofNullable(current.get());
  }

  /**
   * The same where there must be somebody.
   *
   * @throws IllegalStateException when no request runs on this thread
   */
  public VerifiedCaller demand() {
    return current()
        .orElseThrow(() -> new IllegalStateException("No MCP request runs on this thread"));
  }
}
