package dev.gatehouse.jsonrpc;

import jakarta.json.JsonObject;
import java.util.List;

/** What a body can hold: a request, a notification, a reply, or a batch of these. */
public sealed interface JsonRpcMessage {

  /** Asks for an answer. {@code params} is empty when the member was absent. */
  record Request(JsonRpcId id, String method, JsonObject params) implements JsonRpcMessage {}

  /** Asks for nothing. */
  record Notification(String method, JsonObject params) implements JsonRpcMessage {}

  /** Answers a request of ours: has {@code result} or {@code error} and no {@code method}. */
  record Reply(JsonObject body) implements JsonRpcMessage {}

  /** A JSON array of messages, never empty and never nested. */
  record Batch(List<JsonRpcMessage> messages) implements JsonRpcMessage {
    public Batch {
      messages = List.copyOf(messages);
    }
  }
}
