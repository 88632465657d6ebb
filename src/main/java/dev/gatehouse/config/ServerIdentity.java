package dev.gatehouse.config;

import java.util.Optional;

/** How this server introduces itself to clients. */
record ServerIdentity(
    String name, Optional<String> title, String version, Optional<String> instructions) {
  static ServerIdentity read(PropertySource source) {
    return new ServerIdentity(
        source.text("mcp.server.name").orElse("gatehouse"),
        source.text("mcp.server.title"),
        source.text("mcp.server.version").orElse("unknown"),
        source.text("mcp.instructions"));
  }
}
