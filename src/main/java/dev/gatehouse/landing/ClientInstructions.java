package dev.gatehouse.landing;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** What people paste into their clients to connect them with this server. */
record ClientInstructions(String name, String url) {
  static final String INSPECTOR = "@modelcontextprotocol/inspector@2.12.0";

  /** The name is cut to what every client takes for one. */
  ClientInstructions {
    String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
    name = plain.isEmpty() ? "gatehouse" : plain.substring(0, Math.min(plain.length(), 64));
  }

  /** One line for each client, by the name of its gap. */
  Map<String, String> lines() {
    return Map.of(
        "claude",
        "claude mcp add --transport http " + name + " " + shell(url),
        "cursor",
        servers("mcpServers", Json.createObjectBuilder().add("url", url)),
        "vscode",
        servers("servers", Json.createObjectBuilder().add("type", "http").add("url", url)),
        "inspector",
        "npx -y -p node@22 -p "
            + INSPECTOR
            + " -c "
            + quoted("mcp-inspector --web --transport http --server-url " + shell(url)));
  }

  private String servers(String member, JsonObjectBuilder server) {
    var servers = Json.createObjectBuilder().add(name, server);
    return Json.createObjectBuilder().add(member, servers).build().toString();
  }

  /** One word of a POSIX shell. */
  static String shell(String word) {
    return word.matches("[A-Za-z0-9_./:%-]+") ? word : quoted(word);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
