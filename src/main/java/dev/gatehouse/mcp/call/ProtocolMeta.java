package dev.gatehouse.mcp.call;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;

/**
 * What {@code _meta} says of the protocol itself, since 2026-07-28.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">MCP 2026-07-28</a>
 */
public final class ProtocolMeta {
  /** The member with the revision that the request is in. */
  public static final String VERSION = "io.modelcontextprotocol/protocolVersion";

  private ProtocolMeta() {}

  /** Whether the params belong to a request since 2026-07-28, however wrong it may be. */
  public static boolean isClaimedBy(JsonObject params) {
    return params.get("_meta") instanceof JsonObject meta && meta.containsKey(VERSION);
  }

  /** The version that this {@code _meta} names, unchecked. */
  public static Optional<String> version(JsonObject meta) {
    return meta.get(VERSION) instanceof JsonString version
        ? Optional.of(version.getString())
        : Optional.empty();
  }
}
