package dev.gatehouse.mcp.modern;

import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventQueue;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** One open stream: acknowledged first, completed last, in between only what it asked for. */
final class Subscription {
  private static final String ACKNOWLEDGED = "notifications/subscriptions/acknowledged";

  private final JsonRpcId id;
  private final SubscriptionFilter filter;
  private final Connection out;
  private final Optional<Instant> expires;
  private final Consumer<Subscription> onEnd;
  private final EventQueue events;
  private boolean open;

  /**
   * @param onEnd what to do once it is complete or its client has left; at most twice
   */
  Subscription(
      JsonRpcId id,
      SubscriptionFilter filter,
      Connection out,
      Optional<Instant> expires,
      Consumer<Subscription> onEnd) {
    this.id = id;
    this.filter = filter;
    this.out = out;
    this.expires = expires;
    this.onEnd = onEnd;
    this.events = new EventQueue(out, () -> onEnd.accept(this));
  }

  boolean isExpired(Instant now) {
    return expires.filter(end -> !end.isAfter(now)).isPresent();
  }

  void begin() {
    synchronized (this) {
      open = true;
      send(ACKNOWLEDGED, Json.createObjectBuilder().add("notifications", filter.toJson()));
    }
    out.start(events);
  }

  /** What happens before the acknowledgement was promised to nobody. */
  synchronized void deliver(Change change) {
    if (open && filter.wants(change)) {
      send(change.method(), change.params());
    }
  }

  void complete() {
    synchronized (this) {
      if (open) {
        open = false;
        JsonObject result =
            Json.createObjectBuilder().add("resultType", "complete").add("_meta", meta()).build();
        events.finish(Event.of(JsonRpcCodec.answer(id, result)));
      }
    }
    events.close();
    onEnd.accept(this);
  }

  private void send(String method, JsonObjectBuilder params) {
    events.addUnlessWaiting(
        Event.of(
            Json.createObjectBuilder()
                .add("jsonrpc", "2.0")
                .add("method", method)
                .add("params", params.add("_meta", meta()))
                .build()));
  }

  private JsonObject meta() {
    return Json.createObjectBuilder()
        .add("io.modelcontextprotocol/subscriptionId", id.value())
        .build();
  }
}
