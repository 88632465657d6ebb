package dev.gatehouse.mcp.legacy;

import dev.gatehouse.interaction.UnansweredException;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The requests of this server that the client of one session has yet to answer. */
final class ServerRequests {

  /** How many may be open at a time. */
  static final int LIMIT = 16;

  private final Map<String, CompletableFuture<JsonObject>> open = new HashMap<>();
  private final String prefix;
  private long last;
  private boolean ended;

  /** With ids that no other node gives. */
  ServerRequests(String node) {
    prefix = node.isEmpty() ? "srv-" : "srv-" + node + "-";
  }

  JsonObject ask(ResumableStream stream, String method, JsonObject params, Duration atMost) {
    CompletableFuture<JsonObject> reply = new CompletableFuture<>();
    String id = open(reply);
    try {
      stream.ask(message(method, params).add("id", id).build());
      return result(reply.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      stream.send(withdrawal(id));
      throw new UnansweredException("The client did not answer in time");
    } catch (InterruptedException e) {
      // Before the flag is back: sending may fail on it.
      stream.send(withdrawal(id));
      Thread.currentThread().interrupt();
      throw new UnansweredException("The call ended before the client answered");
    } catch (ExecutionException | CancellationException e) {
      throw sessionEnded();
    } finally {
      forget(id);
    }
  }

  private synchronized String open(CompletableFuture<JsonObject> reply) {
    if (ended) {
      throw sessionEnded();
    }
    if (open.size() >= LIMIT) {
      throw new UnansweredException("The client has too many questions to answer");
    }
    String id = prefix + ++last;
    open.put(id, reply);
    return id;
  }

  private synchronized void forget(String id) {
    open.remove(id);
  }

  boolean reply(JsonObject reply) {
    CompletableFuture<JsonObject> asked;
    synchronized (this) {
      asked = reply.get("id") instanceof JsonString id ? open.remove(id.getString()) : null;
    }
    return asked != null && asked.complete(reply);
  }

  void end() {
    List<CompletableFuture<JsonObject>> asked;
    synchronized (this) {
      ended = true;
      asked = List.copyOf(open.values());
    }
    asked.forEach(reply -> reply.cancel(false));
  }

  private static JsonObject result(JsonObject reply) {
    if (reply.get("result") instanceof JsonObject result) {
      return result;
    }
    throw new UnansweredException("The client answered with an error");
  }

  private static JsonObject withdrawal(String id) {
    JsonObject params = Json.createObjectBuilder().add("requestId", id).build();
    return message("notifications/cancelled", params).build();
  }

  private static JsonObjectBuilder message(String method, JsonObject params) {
    return Json.createObjectBuilder()
        .add("jsonrpc", "2.0")
        .add("method", method)
        .add("params", params);
  }

  private static UnansweredException sessionEnded() {
    return new UnansweredException("The session ended before the client answered");
  }
}
