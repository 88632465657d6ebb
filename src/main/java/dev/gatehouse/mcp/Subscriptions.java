package dev.gatehouse.mcp;

import dev.gatehouse.config.Settings;
import dev.gatehouse.jsonrpc.JsonRpcId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
@ApplicationScoped
public class Subscriptions {
  private final Set<Subscription> open = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> perOwner = new HashMap<>();
  private SubscriptionLimits limits;
  private boolean stopped;

  Subscriptions() {}

  Subscriptions(SubscriptionLimits limits) {
    this.limits = limits;
  }

  @Inject
  void prepare(Settings settings) {
    limits = new SubscriptionLimits(settings.maxStreams(), settings.maxStreamsPerCaller());
  }

  /** The answer to a request that would be one stream too many. */
  public synchronized Optional<McpResponse.Immediate> refusal(String owner, JsonRpcId id) {
    return hasRoom(owner)
        ? Optional.empty()
        : Optional.of(McpResponse.of(429, McpException.tooManyStreams().answer(Optional.of(id))));
  }

  /**
   * Acknowledges the request and keeps its stream until either side closes it. A stream too many
   * ends at once with the error; to refuse it with an HTTP status, ask before.
   */
  public void open(
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
  public int size() {
    return open.size();
  }

  /** {@code notifications/tools/list_changed} to every stream that asked for it. */
  public void toolListChanged() {
    publish(Change.OfList.TOOLS);
  }

  /** {@code notifications/prompts/list_changed} to every stream that asked for it. */
  public void promptListChanged() {
    publish(Change.OfList.PROMPTS);
  }

  /** {@code notifications/resources/list_changed} to every stream that asked for it. */
  public void resourceListChanged() {
    publish(Change.OfList.RESOURCES);
  }

  /** {@code notifications/resources/updated} to every stream that follows this very URI. */
  public void resourceUpdated(String uri) {
    publish(new Change.OfResource(uri));
  }

  private void publish(Change change) {
    open.forEach(subscription -> subscription.deliver(change));
  }

  /** Ends the streams whose token has expired by now. */
  public void closeExpired(Instant now) {
    open.stream()
        .filter(subscription -> subscription.isExpired(now))
        .forEach(Subscription::complete);
  }

  /** Ends all streams for good, so that their clients come back to a node that stays. */
  @PreDestroy
  public void stop() {
    synchronized (this) {
      stopped = true;
    }
    open.forEach(Subscription::complete);
  }
}
