package dev.gatehouse.mcp.legacy;

import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.call.McpException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests of one session that run, by their ids. */
final class RunningRequests {
  /** How many may run at a time. */
  static final int LIMIT = 32;

  private final Map<JsonRpcId, CallCancellation> running = new HashMap<>();
  private final Runnable onUse;
  private boolean ended;

  RunningRequests(Runnable onUse) {
    this.onUse = onUse;
  }

  Running add(JsonRpcId id, CallCancellation cancellation) {
    boolean late;
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
    }
    if (late) {
      cancellation.cancel(Optional.empty());
    }
    return new Running(this, id, cancellation);
  }

  void cancel(JsonRpcId id, Optional<String> reason) {
    Optional<CallCancellation> call;
    synchronized (this) {
      call = Optional.ofNullable(running.get(id));
    }
    call.ifPresent(cancellation -> cancellation.cancel(reason));
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
