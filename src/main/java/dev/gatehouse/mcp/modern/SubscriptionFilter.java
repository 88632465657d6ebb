package dev.gatehouse.mcp.modern;

import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.mcp.call.McpException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What one stream asks for: lists, and resources by their URIs in the order asked. */
record SubscriptionFilter(Set<Change.OfList> lists, Set<String> uris) {
  static final int MAX_URIS = 100;
  static final int MAX_URI_LENGTH = 2048;

  public SubscriptionFilter {
    lists = Set.copyOf(lists);
    uris = Collections.unmodifiableSet(new LinkedHashSet<>(uris));
  }

  /** Reads the params of a request; of the resources, keeps those that this caller may follow. */
  static SubscriptionFilter of(JsonObject params, Predicate<String> honoured) {
    if (!(params.get("notifications") instanceof JsonObject asked)) {
      throw invalid("params.notifications must be an object");
    }
    Set<Change.OfList> lists = new LinkedHashSet<>();
    for (Change.OfList list : Change.OfList.values()) {
      JsonValue value = asked.getOrDefault(list.member(), JsonValue.FALSE);
      if (value.equals(JsonValue.TRUE)) {
        lists.add(list);
      } else if (!value.equals(JsonValue.FALSE)) {
        throw invalid("params.notifications." + list.member() + " must be true or false");
      }
    }
    Set<String> uris =
        uris(asked.getOrDefault("resourceSubscriptions", JsonArray.EMPTY_JSON_ARRAY));
    uris.removeIf(honoured.negate());
    return new SubscriptionFilter(lists, uris);
  }

  private static Set<String> uris(JsonValue value) {
    if (!(value instanceof JsonArray array) || array.size() > MAX_URIS) {
      throw invalid(
          "params.notifications.resourceSubscriptions must hold at most " + MAX_URIS + " URIs");
    }
    Set<String> uris = new LinkedHashSet<>();
    for (JsonValue element : array) {
      if (!(element instanceof JsonString uri) || uri.getString().length() > MAX_URI_LENGTH) {
        throw invalid("A resource's URI is a string of at most " + MAX_URI_LENGTH + " characters");
      }
      uris.add(uri.getString());
    }
    return uris;
  }

  boolean wants(Change change) {
    return change instanceof Change.OfResource resource
        ? uris.contains(resource.uri())
        : lists.contains(change);
  }

  JsonObject toJson() {
    var json = Json.createObjectBuilder();
    for (Change.OfList list : Change.OfList.values()) {
      if (lists.contains(list)) {
        json.add(list.member(), true);
      }
    }
    if (!uris.isEmpty()) {
      json.add("resourceSubscriptions", Json.createArrayBuilder(uris));
    }
    return json.build();
  }

  private static McpException invalid(String message) {
    return McpException.inBand(new JsonRpcError(JsonRpcError.INVALID_PARAMS, message));
  }
}
