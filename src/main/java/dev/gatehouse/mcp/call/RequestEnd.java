package dev.gatehouse.mcp.call;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/**
 * How a request ended, in few words of ours.
 *
 * @param error the JSON-RPC error's code, {@code tool_error} or {@code cancelled}; empty for a
 *     result
 * @param code of the JSON-RPC error; empty if none was answered
 */
public record RequestEnd(Optional<String> error, Optional<Integer> code) {
  /** With a result. */
  static final RequestEnd RESULT = new RequestEnd(Optional.empty(), Optional.empty());

  /** With nothing, since nobody waits for it. */
  static final RequestEnd CANCELLED = new RequestEnd(Optional.of("cancelled"), Optional.empty());

  private static final RequestEnd TOOL_ERROR =
      new RequestEnd(Optional.of("tool_error"), Optional.empty());

  public RequestEnd {
    Objects.requireNonNull(error, "error");
    if (code.isPresent() && error.isEmpty()) {
      throw new IllegalArgumentException("Only an error has a code");
    }
  }

  static RequestEnd failed(int code) {
    return new RequestEnd(Optional.of(String.valueOf(code)), Optional.of(code));
  }

  /** As this answer says. */
  static RequestEnd of(JsonObject answer) {
    if (answer.get("error") instanceof JsonObject error
        && error.get("code") instanceof JsonNumber code) {
      return failed(code.intValue());
    }
    return answer.get("result") instanceof JsonObject result && result.getBoolean("isError", false)
        ? TOOL_ERROR
        : RESULT;
  }
}
