package dev.gatehouse.run.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One POST in one of the two eras, for a client library or for a bare socket. */
record Message(String body, Map<String, String> headers) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String META =
      "\"_meta\":{%s\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{\"elicitation\":{\"form\":{}}%s}}";
  private static final String PROGRESS = "\"progressToken\":1,";
  private static final String LOG = "\"io.modelcontextprotocol/logLevel\":\"info\",";
  private static final String TASKS = ",\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}";

  Message {
    headers = Map.copyOf(headers);
  }

  /** Of 2026-07-28; {@code params} are the members besides {@code _meta}. */
  static Message modern(String method, String name, String params) {
    return modern(method, name, params, META.formatted("", ""));
  }

  private static Message modern(String method, String name, String params, String meta) {
    String comma = params.isEmpty() ? "" : ",";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("MCP-Protocol-Version", "2026-07-28");
    headers.put("Mcp-Method", method);
    if (!name.isEmpty()) {
      headers.put("Mcp-Name", name);
    }
    return new Message(
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":{%s%s%s}}"
            .formatted(method, params, comma, meta),
        headers);
  }

  static Message modern(String method) {
    return modern(method, "", "");
  }

  static Message call(String tool, String arguments) {
    return call(tool, arguments, META.formatted("", ""));
  }

  private static Message call(String tool, String arguments, String meta) {
    return modern("tools/call", tool, callParams(tool, arguments), meta);
  }

  static Message callWithProgress(String tool, String arguments) {
    return call(tool, arguments, META.formatted(PROGRESS, ""));
  }

  static Message callWithLog(String tool, String arguments) {
    return call(tool, arguments, META.formatted(LOG, ""));
  }

  /** A call that may become a task. */
  static Message task(String tool, String arguments) {
    return call(tool, arguments, META.formatted("", TASKS));
  }

  static Message aboutTask(String method, String id) {
    return modern(method, id, "\"taskId\":\"" + id + "\"", META.formatted("", TASKS));
  }

  private static String callParams(String tool, String arguments) {
    return "\"name\":\"%s\",\"arguments\":%s".formatted(tool, arguments);
  }

  static Message listen() {
    return modern("subscriptions/listen", "", "\"notifications\":{\"toolsListChanged\":true}");
  }

  /** Of the older revisions; without {@code id} a notification, without a session the first. */
  static Message legacy(String session, String method, String id, String params) {
    String body =
        "{\"jsonrpc\":\"2.0\",%s\"method\":\"%s\",\"params\":{%s}}"
            .formatted(id.isEmpty() ? "" : "\"id\":\"" + id + "\",", method, params);
    return new Message(body, session.isEmpty() ? Map.of() : Map.of("Mcp-Session-Id", session));
  }

  /** The answer to a question of the server. */
  static Message reply(String session, String id, String result) {
    return new Message(
        "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":%s}".formatted(id, result),
        Map.of("Mcp-Session-Id", session));
  }

  static Message legacyCall(String session, String id, String tool, String arguments) {
    return legacy(session, "tools/call", id, callParams(tool, arguments));
  }

  HttpRequest to(URI url, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    headers.forEach(request::header);
    return request.build();
  }

  /** As it goes over the wire. */
  byte[] wire(URI url, String token) {
    StringBuilder text = new StringBuilder("POST /mcp HTTP/1.1\r\n");
    text.append("Host: ").append(url.getAuthority()).append("\r\n");
    text.append("Content-Type: application/json\r\n");
    text.append("Accept: application/json, text/event-stream\r\n");
    text.append("Authorization: Bearer ").append(token).append("\r\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
