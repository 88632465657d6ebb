package dev.gatehouse.mcp.modern;

import static dev.gatehouse.mcp.call.McpException.badRequest;

import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.interaction.LogLevel;
import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.HeaderValue;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.ProtocolMeta;
import dev.gatehouse.mcp.call.ProtocolVersion;
import dev.gatehouse.mcp.method.McpMethod;
import dev.gatehouse.mcp.modern.task.Tasks;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * What a request says about itself, in {@code params._meta} and again in its headers.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP</a>
 */
record RequestMetadata(
    ClientCapabilities capabilities, Optional<LogLevel> logLevel, boolean takesTasks) {
  private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
  private static final String LOG_LEVEL = "io.modelcontextprotocol/logLevel";

  /**
   * Reads and checks the envelope.
   *
   * @param method that is asked for, if this server has it
   * @throws McpException with HTTP 400: -32602 for what is missing in the body, -32020 for headers
   *     that are missing or say something else, -32022 for another version
   */
  static RequestMetadata of(
      JsonRpcMessage.Request request, McpHeaders headers, Optional<McpMethod> method) {
    if (!(request.params().get("_meta") instanceof JsonObject meta)) {
      throw invalid(
          "params._meta with " + ProtocolMeta.VERSION + " and " + CAPABILITIES + " is missing");
    }
    if (!(meta.get(ProtocolMeta.VERSION) instanceof JsonString version)) {
      throw invalid("params._meta[\"" + ProtocolMeta.VERSION + "\"] must be a string");
    }
    if (!(meta.get(CAPABILITIES) instanceof JsonObject capabilities)) {
      throw invalid("params._meta[\"" + CAPABILITIES + "\"] must be an object");
    }
    Optional<LogLevel> level = logLevel(meta);
    checkAgreement(request, headers, version.getString());
    if (!ProtocolVersion.MODERN_SUPPORTED.contains(version.getString())) {
      throw unsupported(version.getString());
    }
    checkPresence(headers);
    method
        .flatMap(McpMethod::namedBy)
        .ifPresent(member -> checkName(headers, member, request.params().get(member)));
    return new RequestMetadata(
        ClientCapabilities.of(capabilities), level, declares(capabilities, Tasks.EXTENSION));
  }

  private static boolean declares(JsonObject capabilities, String extension) {
    return capabilities.get("extensions") instanceof JsonObject extensions
        && extensions.get(extension) instanceof JsonObject;
  }

  private static Optional<LogLevel> logLevel(JsonObject meta) {
    if (!meta.containsKey(LOG_LEVEL)) {
      return Optional.empty();
    }
    Optional<LogLevel> level =
        meta.get(LOG_LEVEL) instanceof JsonString name
            ? LogLevel.of(name.getString())
            : Optional.empty();
    if (level.isEmpty()) {
      throw invalid("params._meta[\"" + LOG_LEVEL + "\"] is no log level");
    }
    return level;
  }

  private static void checkAgreement(
      JsonRpcMessage.Request request, McpHeaders headers, String version) {
    if (headers.protocolVersion().filter(header -> !header.equals(version)).isPresent()) {
      throw mismatch("MCP-Protocol-Version differs from _meta[\"" + ProtocolMeta.VERSION + "\"]");
    }
    if (headers.method().filter(header -> !header.equals(request.method())).isPresent()) {
      throw mismatch("Mcp-Method differs from method");
    }
  }

  private static void checkPresence(McpHeaders headers) {
    if (headers.protocolVersion().isEmpty()) {
      throw mismatch("The header MCP-Protocol-Version is missing");
    }
    if (headers.method().isEmpty()) {
      throw mismatch("The header Mcp-Method is missing");
    }
  }

  private static void checkName(McpHeaders headers, String member, JsonValue value) {
    String raw = headers.name().orElseThrow(() -> mismatch("The header Mcp-Name is missing"));
    String name =
        HeaderValue.decode(raw).orElseThrow(() -> mismatch("The header Mcp-Name is malformed"));
    if (!(value instanceof JsonString text) || !text.getString().equals(name)) {
      throw mismatch("Mcp-Name differs from params." + member);
    }
  }

  private static McpException unsupported(String version) {
    return badRequest(
        McpException.UNSUPPORTED_VERSION,
        "Unsupported protocol version",
        Json.createObjectBuilder()
            .add("supported", Json.createArrayBuilder(ProtocolVersion.MODERN_SUPPORTED))
            .add("requested", McpException.brief(version))
            .build());
  }

  private static McpException invalid(String message) {
    return badRequest(JsonRpcError.INVALID_PARAMS, message);
  }

  private static McpException mismatch(String message) {
    return badRequest(McpException.HEADER_MISMATCH, message);
  }
}
