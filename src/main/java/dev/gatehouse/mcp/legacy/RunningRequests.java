package dev.gatehouse.mcp.legacy;

import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.call.McpException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests of one session that run, by their ids. */
final class RunningRequests {
  /** How many may run at a time. */
  static final int LIMIT = 32;

  // A cancel may overtake its request, on another connection and thread.
  private static final Duration EARLY = Duration.ofSeconds(5);

  private final Map<JsonRpcId, CallCancellation> running = new HashMap<>();
  private final Map<JsonRpcId, Early> early = new LinkedHashMap<>();
  private final Clock clock;
  private final Runnable onUse;
  private boolean ended;

  private record Early(Optional<String> reason, Instant until) {}

  RunningRequests(Clock clock, Runnable onUse) {
    this.clock = clock;
    this.onUse = onUse;
  }

  Running add(JsonRpcId id, CallCancellation cancellation) {
    boolean late;
    Optional<Early> cancelled;
    synchronized (this) {
      if (running.size() >= LIMIT) {
        throw McpException.of(
            429,
            new JsonRpcError(
                429, "This session runs " + LIMIT + " requests already; wait for one to end"));
      }
      if (running.putIfAbsent(id, cancellation) != null) {
        throw McpException.badRequest(
            JsonRpcError.INVALID_REQUEST, "A request with this id is still running");
      }
      late = ended;
      cancelled =
          Optional.ofNullable(early.remove(id))
              .filter(cancel -> clock.instant().isBefore(cancel.until()));
    }
    cancelled.ifPresent(cancel -> cancellation.cancel(cancel.reason()));
    if (late) {
      cancellation.cancel(Optional.empty());
    }
    return new Running(this, id, cancellation);
  }

  boolean cancel(JsonRpcId id, Optional<String> reason) {
    Optional<CallCancellation> call;
    synchronized (this) {
      call = Optional.ofNullable(running.get(id));
      if (call.isEmpty()) {
        remember(id, reason);
      }
    }
    call.ifPresent(cancellation -> cancellation.cancel(reason));
    return call.isPresent();
  }

  private void remember(JsonRpcId id, Optional<String> reason) {
    early.put(id, new Early(reason, clock.instant().plus(EARLY)));
    if (early.size() > LIMIT) {
      early.remove(early.keySet().iterator().next());
    }
  }

  synchronized boolean areRunning() {
    return !running.isEmpty();
  }

  void end() {
    List<CallCancellation> calls;
    synchronized (this) {
      ended = true;
      calls = List.copyOf(running.values());
    }
    calls.forEach(cancellation -> cancellation.cancel(Optional.empty()));
  }

  private void remove(JsonRpcId id, CallCancellation cancellation) {
    onUse.run();
    synchronized (this) {
      running.remove(id, cancellation);
    }
  }

  /** A request that can be cancelled until this is closed. */
  record Running(RunningRequests calls, JsonRpcId id, CallCancellation cancellation)
      implements AutoCloseable {
    @Override
    public void close() {
      calls.remove(id, cancellation);
    }
  }
}
