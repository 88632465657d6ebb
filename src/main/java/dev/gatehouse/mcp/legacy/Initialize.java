package dev.gatehouse.mcp.legacy;

import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.interaction.Capability;
import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.call.Params;
import dev.gatehouse.mcp.call.ProtocolVersion;
import dev.gatehouse.mcp.call.ServerInfo;
import dev.gatehouse.mcp.legacy.directory.SessionTraits;
import dev.gatehouse.mcp.method.ServerFeatures;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/**
 * {@code initialize}, which begins a session.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#initialization">MCP
 *     initialization</a>
 */
record Initialize(ServerInfo server, ServerFeatures features, Sessions sessions) {

  McpResponse answer(JsonRpcMessage.Request request, Authorization access) {
    String requested = Params.text(request.params(), "protocolVersion");
    JsonObject capabilities = Params.object(request.params(), "capabilities");
    String version = ProtocolVersion.negotiated(requested);
    Session session =
        sessions.create(
            new SessionTraits(access.caller(), version, capabilities(capabilities, version)));
    return new McpResponse.Immediate(
        200,
        Optional.of(JsonRpcCodec.answer(request.id(), result(version))),
        Optional.of(session.id()));
  }

  // Forms came with 2025-06-18, pages with 2025-11-25; what a client says about them before that
  // means nothing.
  private static ClientCapabilities capabilities(JsonObject declared, String version) {
    ClientCapabilities capabilities = ClientCapabilities.of(declared);
    if (version.equals(ProtocolVersion.NEWEST_LEGACY)) {
      return capabilities;
    }
    return version.equals(ProtocolVersion.OLDEST)
        ? capabilities.without(Set.of(Capability.ELICITATION_FORM, Capability.ELICITATION_URL))
        : capabilities.without(Set.of(Capability.ELICITATION_URL));
  }

  private JsonObject result(String version) {
    var result =
        Json.createObjectBuilder()
            .add("protocolVersion", version)
            .add("capabilities", features.capabilities())
            .add("serverInfo", server.implementation());
    server.instructions().ifPresent(text -> result.add("instructions", text));
    return result.build();
  }
}
