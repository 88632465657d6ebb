package dev.gatehouse.mcp.modern;

import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventQueue;
import dev.gatehouse.mcp.stream.StreamSlots;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open streams of {@code subscriptions/listen} on this node; none of them holds a thread while
 * nothing is sent.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/utilities/subscriptions">Subscriptions</a>
 */
final class Subscriptions {
  private final Set<Subscription> open = ConcurrentHashMap.newKeySet();
  private final StreamSlots slots;

  Subscriptions(StreamSlots slots) {
    this.slots = slots;
  }

  /** Refuses a request that would be one stream too many. */
  void demandRoom(String owner) {
    if (!slots.hasRoom(owner)) {
      throw McpException.of(429, McpException.tooManyStreams());
    }
  }

  /**
   * Acknowledges the request and keeps its stream until either side closes it. A stream too many
   * ends at once with the error; to refuse it with an HTTP status, ask before.
   */
  void open(
      String owner,
      JsonRpcId id,
      SubscriptionFilter filter,
      Connection out,
      Optional<Instant> expires) {
    Optional<Runnable> slot = slots.take(owner);
    if (slot.isEmpty()) {
      EventQueue refusal = new EventQueue(out, () -> {});
      refusal.finish(Event.of(McpException.tooManyStreams().answer(Optional.of(id))));
      out.start(refusal);
      out.wake();
      return;
    }
    Subscription subscription =
        new Subscription(
            id,
            filter,
            out,
            expires,
            ended -> {
              open.remove(ended);
              slot.get().run();
            });
    open.add(subscription);
    subscription.begin();
  }

  /** How many streams are open. */
  int size() {
    return open.size();
  }

  /** Tells every stream that asked for it. */
  void publish(Change change) {
    open.forEach(subscription -> subscription.deliver(change));
  }

  /** Ends the streams whose token has expired by now. */
  void closeExpired(Instant now) {
    open.stream()
        .filter(subscription -> subscription.isExpired(now))
        .forEach(Subscription::complete);
  }

  /** Ends all streams, so that their clients come back to a node that stays. */
  void stop() {
    slots.stop();
    // No method reference: where the archive is gone already, it could not load what it needs.
    for (Subscription subscription : open) {
      subscription.complete();
    }
  }
}
