package dev.gatehouse.run.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** How one client asks one server. */
record Client(URI url, Era era, Optional<String> session) {
  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"%s\","
          + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"bench\",\"version\":\"1\"},"
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

  /** A request with this id, which no other one has meanwhile. */
  ClassicHttpRequest request(
      Operation operation, String argument, long id, Optional<String> token) {
    byte[] body = body(operation, argument, id).getBytes(StandardCharsets.UTF_8);
    ClassicHttpRequest request = new BasicClassicHttpRequest(Method.POST, url.getPath());
    request.addHeader(HttpHeaders.HOST, url.getAuthority());
    request.addHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    request.addHeader(HttpHeaders.CONTENT_LENGTH, body.length);
    request.addHeader(HttpHeaders.ACCEPT, "application/json, text/event-stream");
    request.addHeader("MCP-Protocol-Version", era.version);
    token.ifPresent(text -> request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + text));
    session.ifPresent(known -> request.addHeader("Mcp-Session-Id", known));
    if (era == Era.MODERN) {
      request.addHeader("Mcp-Method", operation.method);
      if (!operation.tool.isEmpty()) {
        request.addHeader("Mcp-Name", operation.tool);
      }
    }
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return request;
  }

  private String body(Operation operation, String argument, long id) {
    String params = operation.params(argument);
    String meta = era == Era.MODERN ? META.formatted(era.version) : "";
    String comma = params.isEmpty() || meta.isEmpty() ? "" : ",";
    return "{\"jsonrpc\":\"2.0\","
        + (operation == Operation.INITIALIZED ? "" : "\"id\":" + id + ",")
        + "\"method\":\""
        + operation.method
        + "\",\"params\":{"
        + params
        + comma
        + meta
        + "}}";
  }
}
