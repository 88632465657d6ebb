package dev.gatehouse.mcp.call;

import java.util.Optional;
import java.util.function.Function;

/**
 * The protocol's request headers; values are trimmed, several of one name are joined by a comma.
 *
 * @param headers a header's value by its name in any case
 */
public record McpHeaders(Function<String, Optional<String>> headers) {

  public Optional<String> protocolVersion() {
    return headers.apply("MCP-Protocol-Version");
  }

  public Optional<String> method() {
    return headers.apply("Mcp-Method");
  }

  public Optional<String> name() {
    return headers.apply("Mcp-Name");
  }

  public Optional<String> session() {
    return headers.apply("Mcp-Session-Id");
  }

  public Optional<String> lastEvent() {
    return headers.apply("Last-Event-ID");
  }

  public Optional<String> parameter(String name) {
    return headers.apply("Mcp-Param-" + name);
  }
}
