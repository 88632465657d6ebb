package dev.gatehouse.mcp.modern;

import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventStream;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;

/** One open stream: acknowledged first, completed last, in between only what it asked for. */
final class Subscription {
  private static final String ACKNOWLEDGED = "notifications/subscriptions/acknowledged";

  private final String owner;
  private final JsonRpcId id;
  private final SubscriptionFilter filter;
  private final EventStream out;
  private final Optional<Instant> expires;
  private boolean open;

  Subscription(
      String owner,
      JsonRpcId id,
      SubscriptionFilter filter,
      EventStream out,
      Optional<Instant> expires) {
    this.owner = owner;
    this.id = id;
    this.filter = filter;
    this.out = out;
    this.expires = expires;
  }

  String owner() {
    return owner;
  }

  boolean isExpired(Instant now) {
    return expires.filter(end -> !end.isAfter(now)).isPresent();
  }

  synchronized void acknowledge() {
    open = true;
    send(ACKNOWLEDGED, Json.createObjectBuilder().add("notifications", filter.toJson()));
  }

  /** What happens before the acknowledgement was promised to nobody. */
  synchronized void deliver(Change change) {
    if (open && filter.wants(change)) {
      send(change.method(), change.params());
    }
  }

  synchronized void complete() {
    if (open) {
      open = false;
      JsonObject result =
          Json.createObjectBuilder().add("resultType", "complete").add("_meta", meta()).build();
      out.send(Event.of(JsonRpcCodec.answer(id, result)));
    }
    out.close();
  }

  private void send(String method, JsonObjectBuilder params) {
    out.send(
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
