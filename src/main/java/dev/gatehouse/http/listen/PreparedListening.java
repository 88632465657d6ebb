package dev.gatehouse.http.listen;

import dev.gatehouse.mcp.call.McpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Carries an accepted subscription from the filter to the resource, on the request's thread. */
@ApplicationScoped
class PreparedListening {
  private final ThreadLocal<McpResponse.Listening> current = new ThreadLocal<>();

  void set(McpResponse.Listening listening) {
    current.set(listening);
  }

  Optional<McpResponse.Listening> take() {
    Optional<McpResponse.Listening> listening = Optional.ofNullable(current.get());
    current.remove();
    return listening;
  }
}
