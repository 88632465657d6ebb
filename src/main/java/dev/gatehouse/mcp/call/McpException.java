package dev.gatehouse.mcp.call;

import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.tool.UnavailableException;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** The protocol says no: an HTTP status and a JSON-RPC error. */
public final class McpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Headers and body disagree, or a header is missing. */
  public static final int HEADER_MISMATCH = -32020;

  /** This server does not speak that version. */
  public static final int UNSUPPORTED_VERSION = -32022;

  // JSON-RPC 2.0, 5.1 leaves codes outside its reserved range to applications.
  private static final int TOO_MANY_STREAMS = 429;

  private final int status;
  private final transient JsonRpcError error;
  private final transient Optional<Duration> retryAfter;

  private McpException(int status, JsonRpcError error, Optional<Duration> retryAfter) {
    super(error.message(), null, false, false);
    this.status = status;
    this.error = error;
    this.retryAfter = retryAfter;
  }

  private McpException(int status, JsonRpcError error) {
    this(status, error, Optional.empty());
  }

  /** An HTTP status and an error. */
  public static McpException of(int status, JsonRpcError error) {
    return new McpException(status, error);
  }

  /** An HTTP status and an error, and when to try again. */
  public static McpException of(int status, JsonRpcError error, Optional<Duration> retryAfter) {
    return new McpException(status, error, retryAfter);
  }

  /** Refused before dispatch: HTTP 400. */
  public static McpException badRequest(int code, String message) {
    return new McpException(400, new JsonRpcError(code, message));
  }

  /** Refused before dispatch, with data: HTTP 400. */
  public static McpException badRequest(int code, String message, JsonObject data) {
    return new McpException(400, new JsonRpcError(code, message, Optional.of(data)));
  }

  /** There is no such method: the modern era's only HTTP 404. */
  public static McpException notFound(String method) {
    return new McpException(404, unknownMethod(method));
  }

  /** Not now: HTTP 503. */
  public static McpException unavailable(String message) {
    return new McpException(503, new JsonRpcError(JsonRpcError.INTERNAL_ERROR, message));
  }

  /** What it needs is away: HTTP 503 and when to try again. */
  public static McpException unavailable(UnavailableException e) {
    return new McpException(
        503,
        new JsonRpcError(JsonRpcError.INTERNAL_ERROR, e.getMessage()),
        Optional.of(e.retryAfter()));
  }

  /** An error of the method itself: HTTP 200. */
  public static McpException inBand(JsonRpcError error) {
    return new McpException(200, error);
  }

  /** The error for a stream too many; HTTP 429 where the status has not left yet. */
  public static JsonRpcError tooManyStreams() {
    return new JsonRpcError(TOO_MANY_STREAMS, "Too many open streams; close some first");
  }

  /** The error for a method that is not there. */
  public static JsonRpcError unknownMethod(String method) {
    return new JsonRpcError(JsonRpcError.METHOD_NOT_FOUND, "Method not found: " + brief(method));
  }

  /** At most 64 characters of what a stranger sent. */
  public static String brief(String text) {
    return text.length() <= 64 ? text : text.substring(0, 64) + "…";
  }

  public int status() {
    return status;
  }

  public JsonRpcError error() {
    return error;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
