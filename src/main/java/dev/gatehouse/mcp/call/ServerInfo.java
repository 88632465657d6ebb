package dev.gatehouse.mcp.call;

import dev.gatehouse.config.Settings;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Who this server is, as both eras tell it. */
public record ServerInfo(JsonObject implementation, Optional<String> instructions) {

  public static ServerInfo of(Settings settings) {
    var implementation =
        Json.createObjectBuilder()
            .add("name", settings.serverName())
            .add("version", settings.serverVersion());
    settings.serverTitle().ifPresent(title -> implementation.add("title", title));
    settings
        .serverIcon()
        .map(icon -> Json.createObjectBuilder().add("src", icon.toString()))
        .ifPresent(icon -> implementation.add("icons", Json.createArrayBuilder().add(icon)));
    return new ServerInfo(implementation.build(), settings.instructions());
  }
}
