package dev.gatehouse.mcp;

import static dev.gatehouse.run.fuzz.FuzzTarget.require;

import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcException;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.HeaderValue;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.run.fuzz.FuzzTarget;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Five header values and a body, one to a line: a tool runs only if they say the same. */
public final class HeaderRulesTarget implements FuzzTarget {
  private static final List<String> HEADERS =
      List.of(
          "MCP-Protocol-Version", "Mcp-Method", "Mcp-Name", "Mcp-Param-Region", "Mcp-Param-Count");
  private static final Set<Integer> STATUS = Set.of(200, 202, 400, 404);
  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

  private final McpConversation server = new McpConversation();

  /** Starts the container that the tools live in. */
  public HeaderRulesTarget() throws Exception {}

  @Override
  public void check(byte[] input) throws Exception {
    String[] lines = new String(input, StandardCharsets.ISO_8859_1).split("\n", HEADERS.size() + 1);
    Map<String, String> headers = new HashMap<>();
    for (int i = 0; i < lines.length - 1; i++) {
      decoded(lines[i]);
      if (!lines[i].isEmpty()) {
        headers.put(HEADERS.get(i), lines[i].strip());
      }
    }
    byte[] raw = lines[lines.length - 1].getBytes(StandardCharsets.ISO_8859_1);
    String body = new String(raw, StandardCharsets.UTF_8);
    try {
      answered(server.send(body, headers), body, headers);
    } catch (JsonRpcException | McpConversation.Denied e) {
      // The refusals that the endpoint answers.
    }
  }

  private static void decoded(String raw) {
    Optional<String> value = HeaderValue.decode(raw);
    if (value.isPresent()) {
      byte[] bytes = value.get().getBytes(StandardCharsets.UTF_8);
      String encoded = "=?base64?" + Base64.getEncoder().encodeToString(bytes) + "?=";
      require(HeaderValue.decode(encoded).equals(value), "another value when encoded again");
    }
  }

  private static void answered(
      McpResponse.Immediate response, String body, Map<String, String> headers) throws Exception {
    require(STATUS.contains(response.status()), "status " + response.status());
    if (response.body().isEmpty()) {
      return;
    }
    String answer = response.body().get().toString();
    require(answer.length() < 40_000 + 8 * body.length(), "a long answer");
    boolean ran = answer.contains("\"resultType\":\"complete\"");
    if (ran
        && new JsonRpcCodec().parse(body.getBytes(StandardCharsets.UTF_8))
            instanceof JsonRpcMessage.Request request) {
      agreed(request, headers);
    }
  }

  private static void agreed(JsonRpcMessage.Request request, Map<String, String> headers) {
    require(request.method().equals(headers.get("Mcp-Method")), "ran another method");
    if (request.method().equals("tools/call")) {
      String tool = request.params().getString("name");
      require(value(headers, "Mcp-Name").equals(Optional.of(tool)), "ran another tool");
      if (tool.equals("deploy")
          && request.params().get("arguments") instanceof JsonObject arguments
          && arguments.get("region") instanceof JsonString region) {
        require(
            value(headers, "Mcp-Param-Region").equals(Optional.of(region.getString())),
            "ran with another region");
      }
    }
  }

  private static Optional<String> value(Map<String, String> headers, String name) {
    return Optional.ofNullable(headers.get(name)).flatMap(HeaderValue::decode);
  }

  private static String call(String headers, String tool, String arguments) {
    return headers
        + "\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
        + tool
        + "\",\"arguments\":"
        + arguments
        + ","
        + META
        + "}}";
  }

  @Override
  public List<String> seeds() {
    String modern = "2026-07-28\ntools/call\n";
    return List.of(
        call(modern + "deploy\neu\n42", "deploy", "{\"region\":\"eu\",\"n\":42}"),
        call(modern + "deploy\n=?base64?5pel?=\n", "deploy", "{\"region\":\"\u65e5\"}"),
        call(modern + "add\n\n", "add", "{\"a\":1,\"b\":2}"),
        call(modern + "=?base64?Z3JlZXQ=?=\n\n", "greet", "{\"name\":\"Ann\"}"),
        "2026-07-28\ntools/list\n\n\n\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\","
            + "\"params\":{"
            + META
            + "}}",
        "2025-11-25\n\n\n\n\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
            + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{}}}",
        "2025-03-26\n\n\n\n\n[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{"
            + "\"name\":\"add\",\"arguments\":{\"a\":1,\"b\":2}}}]",
        "\n\n\n\n\n{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
  }

  @Override
  public List<String> words() {
    return FuzzTarget.json(
        "\n",
        "=?base64?",
        "?=",
        "=",
        "2026-07-28",
        "2025-11-25",
        "2025-03-26",
        "tools/call",
        "tools/list",
        "server/discover",
        "ping",
        "initialize",
        "secret",
        "deploy",
        "greet",
        META,
        "\"name\":",
        "\"arguments\":",
        "\"region\":",
        "\"n\":",
        "\"cursor\":",
        "1e2147483647",
        "42.0");
  }
}
