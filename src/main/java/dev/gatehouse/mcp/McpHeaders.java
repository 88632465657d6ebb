package dev.gatehouse.mcp;

import java.util.Optional;
import java.util.function.Function;

/**
 * The protocol's request headers; values are trimmed, several of one name are joined by a comma.
 *
 * @param headers a header's value by its name in any case
 */
public record McpHeaders(Function<String, Optional<String>> headers) {

  Optional<String> protocolVersion() {
    return headers.apply("MCP-Protocol-Version");
  }

  Optional<String> method() {
    return headers.apply("Mcp-Method");
  }

  Optional<String> name() {
    return headers.apply("Mcp-Name");
  }

  Optional<String> session() {
    return headers.apply("Mcp-Session-Id");
  }

  Optional<String> lastEvent() {
    return headers.apply("Last-Event-ID");
  }

  Optional<String> parameter(String name) {
    return headers.apply("Mcp-Param-" + name);
  }
}
