package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * Tells the client how far a call has come, if it asked to be told; safe for several threads.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/progress">MCP
 *     progress</a>
 */
public final class Progress {
  private static final double MAX_EXACT = 0x1p53;

  private final ClientChannel channel;
  private final Optional<JsonValue> token;
  private double last = Double.NEGATIVE_INFINITY;

  /** Without a token nothing is sent. */
  public Progress(ClientChannel channel, Optional<JsonValue> token) {
    this.channel = channel;
    this.token = token;
  }

  /** Progress without a known end. */
  public void report(double progress) {
    send(progress, Json.createObjectBuilder());
  }

  /** Progress towards {@code total}, in the same unit. */
  public void report(double progress, double total) {
    send(progress, Json.createObjectBuilder().add("total", number(total)));
  }

  /** Progress towards {@code total}, with a sentence for the person who waits. */
  public void report(double progress, double total, String message) {
    send(progress, Json.createObjectBuilder().add("total", number(total)).add("message", message));
  }

  // Sent under the lock, so that values increase on the wire too, as the protocol demands.
  private synchronized void send(double progress, JsonObjectBuilder rest) {
    JsonNumber value = number(progress);
    if (token.isEmpty() || progress <= last) {
      return;
    }
    last = progress;
    channel.notify(
        "notifications/progress",
        Json.createObjectBuilder()
            .add("progressToken", token.get())
            .add("progress", value)
            .addAll(rest)
            .build());
  }

  private static JsonNumber number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("Progress must be a finite number");
    }
    return value == Math.rint(value) && Math.abs(value) < MAX_EXACT
        ? Json.createValue((long) value)
        : Json.createValue(value);
  }
}
