package dev.gatehouse.mcp.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The protocol's request headers; values are trimmed, several of one name are joined by a comma.
 *
 * @param values a map that does not tell upper from lower case, as JAX-RS has it
 */
public record McpHeaders(Map<String, List<String>> values) {

  public Optional<String> protocolVersion() {
    return header("MCP-Protocol-Version");
  }

  public Optional<String> method() {
    return header("Mcp-Method");
  }

  public Optional<String> name() {
    return header("Mcp-Name");
  }

  public Optional<String> session() {
    return header("Mcp-Session-Id");
  }

  public Optional<String> lastEvent() {
    return header("Last-Event-ID");
  }

  public Optional<String> parameter(String name) {
    return header("Mcp-Param-" + name);
  }

  /** The value of this header; empty where it is absent. */
  public Optional<String> header(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", all).strip());
  }

  /** There is a token among them. */
  @Override
  public String toString() {
    return "McpHeaders[]";
  }
}
