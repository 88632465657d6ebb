package dev.gatehouse.mcp.legacy.directory;

import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.interaction.Capability;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.stream.Collectors;

/**
 * What a handshake settled, for the whole life of a session.
 *
 * @param owner the caller
 */
public record SessionTraits(String owner, String version, ClientCapabilities capabilities) {

  /** Without the owner, whom others are to prove. */
  JsonObject toJson() {
    var declared = Json.createArrayBuilder();
    capabilities.declared().stream().map(Capability::name).sorted().forEach(declared::add);
    return Json.createObjectBuilder().add("v", version).add("c", declared).build();
  }

  static SessionTraits of(JsonObject json, String owner) {
    return new SessionTraits(
        owner,
        json.getString("v"),
        new ClientCapabilities(
            json.getJsonArray("c").getValuesAs(JsonString.class).stream()
                .map(name -> Capability.valueOf(name.getString()))
                .collect(Collectors.toSet())));
  }
}
