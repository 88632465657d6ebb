package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.Progress;
import dev.gatehouse.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Progress as notifications. */
final class ClientProgress implements Progress {
  private static final double MAX_EXACT = 0x1p53;

  private final ClientChannel channel;
  private final Optional<JsonValue> token;
  private double last = Double.NEGATIVE_INFINITY;

  ClientProgress(ClientChannel channel, Optional<JsonValue> token) {
    this.channel = channel;
    this.token = token;
  }

  @Override
  public void report(double progress) {
    send(progress, Json.createObjectBuilder());
  }

  @Override
  public void report(double progress, double total) {
    send(progress, Json.createObjectBuilder().add("total", number(total)));
  }

  @Override
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
