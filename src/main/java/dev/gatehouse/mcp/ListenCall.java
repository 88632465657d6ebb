package dev.gatehouse.mcp;

import dev.gatehouse.client.Cancellation;
import dev.gatehouse.client.ClientChannel;
import jakarta.json.JsonObject;

/** A request for a stream that outlives the thread that served it; so nothing is run. */
record ListenCall(SubscriptionFilter filter) implements Era.Call {
  @Override
  public JsonObject run(ClientChannel channel, Cancellation cancellation) {
    throw new IllegalStateException("A subscription is opened, not run");
  }
}
