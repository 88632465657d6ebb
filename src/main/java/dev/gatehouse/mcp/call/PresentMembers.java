package dev.gatehouse.mcp.call;

import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;

/** Takes members that are null for absent ones, as clients in Go, Java and C# mean them. */
public final class PresentMembers {
  // What is inside belongs to the tool and its user, who may tell null from absent.
  private static final Set<String> OF_TOOLS = Set.of("arguments", "inputResponses");

  private PresentMembers() {}

  /** The same message without the members of its params that are null. */
  public static JsonRpcMessage of(JsonRpcMessage message) {
    if (message instanceof JsonRpcMessage.Request request) {
      return new JsonRpcMessage.Request(request.id(), request.method(), of(request.params()));
    }
    if (message instanceof JsonRpcMessage.Notification notification) {
      return new JsonRpcMessage.Notification(notification.method(), of(notification.params()));
    }
    return message instanceof JsonRpcMessage.Batch batch
        ? new JsonRpcMessage.Batch(batch.messages().stream().map(PresentMembers::of).toList())
        : message;
  }

  private static JsonObject of(JsonObject object) {
    if (object.entrySet().stream().allMatch(PresentMembers::isClean)) {
      return object;
    }
    var present = Json.createObjectBuilder();
    object.forEach(
        (name, value) -> {
          if (value instanceof JsonObject inner && !OF_TOOLS.contains(name)) {
            present.add(name, of(inner));
          } else if (!value.equals(JsonValue.NULL)) {
            present.add(name, value);
          }
        });
    return present.build();
  }

  private static boolean isClean(Map.Entry<String, JsonValue> member) {
    JsonValue value = member.getValue();
    return value instanceof JsonObject inner
        ? OF_TOOLS.contains(member.getKey())
            || inner.entrySet().stream().allMatch(PresentMembers::isClean)
        : !value.equals(JsonValue.NULL);
  }
}
