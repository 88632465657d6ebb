package dev.gatehouse.http;

import dev.gatehouse.json.JsonBytes;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.call.McpResponse;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** Answers as bytes with a length, never cached. */
public final class JsonResponses {
  private JsonResponses() {}

  public static Response of(int status, JsonStructure body) {
    byte[] bytes = JsonBytes.of(body);
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_LENGTH, bytes.length)
        .entity(bytes)
        .build();
  }

  public static Response of(McpResponse.Immediate response) {
    return response
        .body()
        .map(body -> of(response.status(), body))
        .map(made -> inSession(made, response.session()))
        .map(made -> again(made, response.retryAfter()))
        .orElseGet(() -> Response.status(response.status()).build());
  }

  private static Response inSession(Response response, Optional<String> session) {
    return session
        .map(id -> Response.fromResponse(response).header("Mcp-Session-Id", id).build())
        .orElse(response);
  }

  private static Response again(Response response, Optional<Duration> after) {
    return after
        .map(
            wait ->
                Response.fromResponse(response)
                    .header(HttpHeaders.RETRY_AFTER, seconds(wait))
                    .build())
        .orElse(response);
  }

  /** Whole seconds, at least one, as {@code Retry-After} has them. */
  public static long seconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }

  /** A JSON-RPC error without an id, for what was refused before a message was read. */
  public static Response error(int status, String message) {
    return of(
        status, new JsonRpcError(JsonRpcError.INVALID_REQUEST, message).answer(Optional.empty()));
  }
}
