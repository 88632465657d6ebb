package dev.gatehouse.mcp.call;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

/**
 * The {@code resultType} of a result, since 2026-07-28.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">MCP 2026-07-28</a>
 */
public enum ResultType {
  COMPLETE("complete"),
  /** With questions; the client calls again with the answers. */
  INPUT_REQUIRED("input_required"),
  /** With a handle; the client asks for the result later. */
  TASK("task");

  private final String wireName;

  ResultType(String wireName) {
    this.wireName = wireName;
  }

  /** As the protocol writes it. */
  public String wireName() {
    return wireName;
  }

  public boolean isOf(JsonObject result) {
    return result.get("resultType") instanceof JsonString type && type.getString().equals(wireName);
  }
}
