package dev.gatehouse.mcp.call;

import dev.gatehouse.jsonrpc.JsonRpcMessage;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Objects;
import java.util.Optional;

/** A request as it came, unchecked. */
public record ReceivedRequest(JsonRpcMessage.Request request, McpHeaders headers) {

  public ReceivedRequest {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(headers, "headers");
  }

  /** {@code params._meta}; empty when absent. */
  public JsonObject meta() {
    return request.params().get("_meta") instanceof JsonObject meta
        ? meta
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  /**
   * The revision that the request is to be answered in; empty unless it names one that we speak.
   */
  public Optional<String> version() {
    if (request.method().equals("initialize")) {
      return request.params().get("protocolVersion") instanceof JsonString requested
          ? Optional.of(ProtocolVersion.negotiated(requested.getString()))
          : Optional.empty();
    }
    return ProtocolMeta.version(meta())
        .or(headers::protocolVersion)
        .filter(ProtocolVersion::isSupported);
  }

  /** Arguments and tokens are nobody's business. */
  @Override
  public String toString() {
    return "ReceivedRequest[]";
  }
}
