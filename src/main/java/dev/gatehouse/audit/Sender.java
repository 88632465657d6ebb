package dev.gatehouse.audit;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a request came from.
 *
 * @param address the client's IP address, as far as proxies are trusted
 * @param traceparent the header, unchecked
 */
public record Sender(String address, Optional<String> traceparent) {
  /** For what no request asked for. */
  static final Sender UNKNOWN = new Sender("unknown", Optional.empty());

  public Sender {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(traceparent, "traceparent");
  }
}
