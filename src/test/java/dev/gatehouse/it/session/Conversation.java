package dev.gatehouse.it.session;

import dev.gatehouse.support.client.Gatehouse;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** Requests in both eras, of the caller with this token. */
record Conversation(URI url, String token) {
  private static final HttpClient HTTP = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  static final String ELICITATION = "{\"elicitation\":{\"form\":{}}}";

  static Conversation of(String token) {
    return new Conversation(Gatehouse.url("/mcp"), token);
  }

  /** The text of a tool's result. */
  static String text(JsonObject answer) {
    return answer
        .getJsonObject("result")
        .getJsonArray("content")
        .getJsonObject(0)
        .getString("text");
  }

  /** The status of an answer that may be a stream, which is left. */
  static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
    response.body().close();
    return response.statusCode();
  }

  private HttpRequest.Builder post(String body) {
    return Gatehouse.post(body).uri(url).header("Authorization", "Bearer " + token);
  }

  /** A request to this session with another method than POST. */
  HttpRequest.Builder to(String session, String method) {
    return to(method).header("Mcp-Session-Id", session);
  }

  /** The same without a session. */
  HttpRequest.Builder to(String method) {
    return HttpRequest.newBuilder(url)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "text/event-stream")
        .method(method, BodyPublishers.noBody());
  }

  /** The sign that a session lives. */
  HttpRequest.Builder ping(String session) {
    return post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")
        .header("Mcp-Session-Id", session);
  }

  /** Begins a session of a client that can be asked; its id. */
  String begin() throws IOException, InterruptedException {
    String params =
        "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":%s,\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}"
            .formatted(ELICITATION);
    return HTTP.send(
            post("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":"
                    + params
                    + "}")
                .build(),
            BodyHandlers.ofString())
        .headers()
        .firstValue("Mcp-Session-Id")
        .orElseThrow();
  }

  /** The answer to a question. */
  HttpRequest.Builder reply(String session, String question, String result) {
    return post("{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":%s}".formatted(question, result))
        .header("Mcp-Session-Id", session);
  }

  /** A call in a session, followed as a stream. */
  HttpRequest.Builder call(String session, String tool, String arguments) {
    return post("""
            {"jsonrpc":"2.0","id":"%s","method":"tools/call","params":{"name":"%s",\
            "arguments":%s,"_meta":{"progressToken":1}}}"""
            .formatted(UUID.randomUUID(), tool, arguments))
        .header("Mcp-Session-Id", session);
  }

  /** A call without a session; {@code more} are members of {@code params}. */
  HttpRequest.Builder call(String tool, String arguments, String more, boolean progress) {
    return post("""
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":%s,%s\
            "_meta":{%s"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
            "io.modelcontextprotocol/clientCapabilities":%s}}}"""
            .formatted(tool, arguments, more, progress ? "\"progressToken\":1," : "", ELICITATION))
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "tools/call")
        .header("Mcp-Name", tool);
  }

  /** A call that may be a task, of a client that takes tasks. */
  HttpRequest.Builder task(String tool, String arguments) {
    return modern(
        "tools/call", tool, "\"name\":\"%s\",\"arguments\":%s".formatted(tool, arguments));
  }

  /** A request about a task. */
  HttpRequest.Builder aboutTask(String method, String id) {
    return modern(method, id, "\"taskId\":\"" + id + "\"");
  }

  private HttpRequest.Builder modern(String method, String name, String params) {
    return post("""
            {"jsonrpc":"2.0","id":1,"method":"%s","params":{%s,\
            "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
            "io.modelcontextprotocol/clientCapabilities":{"extensions":{"io.modelcontextprotocol/tasks":{}}}}}}"""
            .formatted(method, params))
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", method)
        .header("Mcp-Name", name);
  }

  /** The first round of a call, or with the state of the first, the second. */
  HttpRequest.Builder order(String tool, String item, String state) {
    String answers =
        state.isEmpty()
            ? ""
            : "\"inputResponses\":{\"count\":{\"action\":\"accept\",\"content\":{\"count\":3}}},"
                + "\"requestState\":\""
                + state
                + "\",";
    return call(tool, "{\"item\":\"" + item + "\"}", answers, false);
  }
}
