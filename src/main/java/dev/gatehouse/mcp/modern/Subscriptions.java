package dev.gatehouse.mcp.modern;

import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open streams of {@code subscriptions/listen} on this node; none of them holds a thread, as
 * long as sending on an {@link EventStream} does not wait for its client.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/utilities/subscriptions">Subscriptions</a>
 */
final class Subscriptions {
  private final Set<Subscription> open = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> perOwner = new HashMap<>();
  private final SubscriptionLimits limits;
  private boolean stopped;

  Subscriptions(SubscriptionLimits limits) {
    this.limits = limits;
  }

  /** Refuses a request that would be one stream too many. */
  synchronized void demandRoom(String owner) {
    if (!hasRoom(owner)) {
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
      EventStream out,
      Optional<Instant> expires) {
    Subscription subscription = new Subscription(owner, id, filter, out, expires);
    if (!admit(subscription)) {
      out.send(Event.of(McpException.tooManyStreams().answer(Optional.of(id))));
      out.close();
      return;
    }
    subscription.acknowledge();
    out.onClosed(() -> forget(subscription));
  }

  private synchronized boolean admit(Subscription subscription) {
    if (!hasRoom(subscription.owner())) {
      return false;
    }
    perOwner.merge(subscription.owner(), 1, Integer::sum);
    return open.add(subscription);
  }

  private boolean hasRoom(String owner) {
    return !stopped
        && open.size() < limits.all()
        && perOwner.getOrDefault(owner, 0) < limits.perOwner();
  }

  private synchronized void forget(Subscription subscription) {
    if (open.remove(subscription)) {
      perOwner.computeIfPresent(subscription.owner(), (owner, n) -> n == 1 ? null : n - 1);
    }
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
    synchronized (this) {
      stopped = true;
    }
    // No method reference: where the archive is gone already, it could not load what it needs.
    for (Subscription subscription : open) {
      subscription.complete();
    }
  }
}
