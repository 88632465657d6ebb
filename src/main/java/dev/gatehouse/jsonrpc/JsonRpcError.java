package dev.gatehouse.jsonrpc;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * The {@code error} member of an answer.
 *
 * @see <a href="https://www.jsonrpc.org/specification#error_object">JSON-RPC 2.0, 5.1</a>
 */
public record JsonRpcError(int code, String message, Optional<JsonObject> data) {

  /** The body is not JSON. */
  public static final int PARSE_ERROR = -32700;

  /** The JSON is no JSON-RPC message. */
  public static final int INVALID_REQUEST = -32600;

  /** There is no such method. */
  public static final int METHOD_NOT_FOUND = -32601;

  /** The parameters do not fit the method. */
  public static final int INVALID_PARAMS = -32602;

  /** We failed; the cause is in the server's log. */
  public static final int INTERNAL_ERROR = -32603;

  /** An error without data. */
  public JsonRpcError(int code, String message) {
    this(code, message, Optional.empty());
  }

  /** The answer that carries this error; without an id when none could be read. */
  public JsonObject answer(Optional<JsonRpcId> id) {
    var error = Json.createObjectBuilder().add("code", code).add("message", message);
    data.ifPresent(value -> error.add("data", value));
    var answer = Json.createObjectBuilder().add("jsonrpc", "2.0");
    id.ifPresent(value -> answer.add("id", value.value()));
    return answer.add("error", error).build();
  }
}
