package dev.gatehouse.client;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a call has come; a parameter of a tool's method. Reports go nowhere when the client did
 * not ask for them.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/progress">MCP
 *     progress</a>
 */
public final class Progress {
  private final Optional<JsonValue> token;
  private final ClientChannel channel;
  private double last = Double.NEGATIVE_INFINITY;

  /** Reports with the token that the client sent, if it sent one. */
  public Progress(Optional<JsonValue> token, ClientChannel channel) {
    this.token = token;
    this.channel = channel;
  }

  /** Whether the client asked for reports. */
  public boolean isRequested() {
    return token.isPresent();
  }

  /** So much is done, of a total that is not known. */
  public void report(double progress) {
    send(progress, OptionalDouble.empty(), "");
  }

  /** So much of the total is done. */
  public void report(double progress, double total) {
    send(progress, OptionalDouble.of(total), "");
  }

  /** So much of the total is done, in words too. */
  public void report(double progress, double total, String message) {
    send(progress, OptionalDouble.of(total), message);
  }

  // Progress has to increase, so what does not is dropped.
  private synchronized void send(double progress, OptionalDouble total, String message) {
    if (!Double.isFinite(progress) || !Double.isFinite(total.orElse(0))) {
      throw new IllegalArgumentException("Progress and total are finite numbers");
    }
    if (token.isEmpty() || progress <= last) {
      return;
    }
    last = progress;
    JsonObjectBuilder params =
        Json.createObjectBuilder()
            .add("progressToken", token.get())
            .add("progress", number(progress));
    total.ifPresent(value -> params.add("total", number(value)));
    if (!message.isEmpty()) {
      params.add("message", message);
    }
    channel.notify("notifications/progress", params.build());
  }

  private static BigDecimal number(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}
