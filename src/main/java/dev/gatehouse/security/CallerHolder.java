package dev.gatehouse.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Runs it as the caller of now, on whatever thread and however much later. */
  public <T> Consumer<T> asNow(Consumer<T> action) {
    Optional<Identity> caller = current();
    return argument -> {
      caller.ifPresentOrElse(this::set, this::clear);
      try {
        action.accept(argument);
      } finally {
        clear();
      }
    };
  }

  /** Who calls, the same for all tokens of one user of one client. */
  public String owner() {
    Identity caller =
        current().orElseThrow(() -> new IllegalStateException("No request runs on this thread"));
    BearerToken token = caller.token();
    return Stream.of(
            caller.canonicalIssuer(),
            token.organization().orElse(""),
            token.subject(),
            token.clientId().orElse(""))
        // With their lengths, so that no two callers are written alike.
        .map(part -> part.length() + ":" + part)
        .collect(Collectors.joining());
  }

  Optional<Identity> current() {
    return Optional.ofNullable(current.get());
  }
}
