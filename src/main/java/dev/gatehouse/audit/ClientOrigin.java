package dev.gatehouse.audit;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a request came from.
 *
 * @param address the client's IP address, as far as proxies are trusted
 * @param traceparent the header, unchecked
 */
public record ClientOrigin(String address, Optional<String> traceparent) {
  /** For what no request asked for. */
  static final ClientOrigin UNKNOWN = new ClientOrigin("unknown", Optional.empty());

  public ClientOrigin {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(traceparent, "traceparent");
  }
}
