package dev.gatehouse.audit;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a request came from.
 *
 * @param address the client's IP address, as far as proxies are trusted
 * @param traceparent the header, unchecked
 * @param isOwn whether this server asks itself what clients are answered
 */
public record ClientOrigin(String address, Optional<String> traceparent, boolean isOwn) {
  /** For what no request asked for. */
  static final ClientOrigin UNKNOWN = new ClientOrigin("unknown", Optional.empty());

  public ClientOrigin(String address, Optional<String> traceparent) {
    this(address, traceparent, false);
  }

  /** The same as a request of this server's own. */
  public ClientOrigin ofOurselves() {
    return new ClientOrigin(address, traceparent, true);
  }

  public ClientOrigin {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(traceparent, "traceparent");
  }
}
