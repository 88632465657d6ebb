package dev.gatehouse.it.endpoint;

import static dev.gatehouse.support.client.Gatehouse.challenge;
import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.post;
import static dev.gatehouse.support.client.Gatehouse.request;
import static dev.gatehouse.support.client.Gatehouse.send;
import static dev.gatehouse.support.client.Gatehouse.session;
import static dev.gatehouse.support.client.Gatehouse.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.tools.Wars;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Deployed
@Order(Wars.SHIPPED)
class EndpointIT {
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
  private static final String DISCOVER =
      "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"server/discover\",\"params\":{\"_meta\":{"
          + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.shipped();
  }

  private static HttpRequest.Builder authorized(String body) {
    return post(body).header("Authorization", "Bearer " + token());
  }

  private static HttpRequest.Builder typed(String contentType, String accept) {
    return request("/mcp")
        .header("Authorization", "Bearer " + token())
        .header("Content-Type", contentType)
        .header("Accept", accept)
        .POST(BodyPublishers.ofString(PING));
  }

  @Test
  void an_answer_is_json_with_a_length_and_is_not_cached() throws Exception {
    HttpResponse<String> response = send(authorized(PING));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(response.headers().firstValue("Content-Length")).isPresent();
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void both_eras_share_the_endpoint() throws Exception {
    HttpResponse<String> modern =
        send(
            authorized(DISCOVER)
                .header("MCP-Protocol-Version", " 2026-07-28 ")
                .header("Mcp-Method", "server/discover"));
    assertThat(json(modern).getJsonObject("result").getString("resultType")).isEqualTo("complete");
    assertThat(json(send(authorized(DISCOVER))).getJsonObject("error").getInt("code"))
        .isEqualTo(-32020);
    assertThat(send(authorized(PING)).statusCode()).isEqualTo(200);
  }

  @Test
  void two_values_of_one_header_agree_with_nothing() throws Exception {
    HttpResponse<String> response =
        send(
            authorized(DISCOVER)
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "server/discover")
                .header("Mcp-Method", "tools/list"));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).getJsonObject("error").getInt("code")).isEqualTo(-32020);
  }

  @Test
  void a_notification_is_accepted_without_a_body() throws Exception {
    HttpResponse<String> response =
        send(
            authorized("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .header("Mcp-Session-Id", session(token())));
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void a_body_that_is_not_json_is_a_parse_error_without_an_id() throws Exception {
    HttpResponse<String> response = send(authorized("{"));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).getJsonObject("error").getInt("code")).isEqualTo(-32700);
    assertThat(json(response)).doesNotContainKey("id");
  }

  @Test
  void a_body_over_the_limit_is_refused() throws Exception {
    HttpResponse<String> response = send(authorized("\"" + "x".repeat(1_048_576) + "\""));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(json(response)).containsKey("error");
  }

  // What is inside would be answered; a server may inflate a body on its own, or refuse it.
  @Test
  void a_compressed_body_is_not_read_or_counts_in_full() throws Exception {
    byte[] ping = (PING + " ".repeat(1_048_576)).getBytes(StandardCharsets.UTF_8);
    var compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(ping);
    }
    HttpResponse<String> response =
        send(
            typed("application/json", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(compressed.toByteArray())));
    assertThat(response.statusCode()).isIn(400, 413, 415);
    assertThat(send(authorized(PING)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "*/*"})
  void another_content_type_is_refused(String type) throws Exception {
    HttpResponse<String> response = send(typed(type, "application/json"));
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(json(response)).containsKey("error");
  }

  @Test
  void a_content_type_may_have_parameters() throws Exception {
    assertThat(send(typed("application/json; charset=utf-8", "*/*")).statusCode()).isEqualTo(200);
  }

  @Test
  void a_client_that_can_read_nothing_of_ours_is_told() throws Exception {
    HttpResponse<String> response = send(typed("application/json", "image/png"));
    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(json(response)).containsKey("error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  void other_methods_are_not_allowed(String method) throws Exception {
    HttpResponse<String> response =
        send(
            request("/mcp")
                .header("Authorization", "Bearer " + token())
                .method(method, BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow").orElse("").split(", ?"))
        .contains("POST", "GET", "DELETE");
    assertThat(json(response)).containsKey("error");
  }

  @Test
  void options_names_the_methods_that_are_served() throws Exception {
    HttpResponse<String> response =
        send(
            request("/mcp")
                .header("Authorization", "Bearer " + token())
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Allow").orElse("").split(", ?"))
        .contains("POST", "GET", "DELETE");
  }

  @Test
  void a_head_is_told_what_is_served_instead() throws Exception {
    HttpResponse<String> response =
        send(
            request("/mcp")
                .header("Authorization", "Bearer " + token())
                .method("HEAD", BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow").orElse("").split(", ?"))
        .contains("POST", "GET", "DELETE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json ; charset=utf-8", "application/json\t;charset=utf-8"})
  void blanks_before_a_parameter_are_nothing(String type) throws Exception {
    // HTTP/2 as Java's client speaks it has no tabs in headers.
    HttpRequest.Builder request =
        typed(type, "application/json ;q=0.9, text/event-stream ;q=0.8")
            .version(HttpClient.Version.HTTP_1_1);
    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/mcp/"})
  void a_slash_at_the_end_makes_no_difference(String path) throws Exception {
    URI endpoint = Gatehouse.url(path);
    HttpResponse<String> listening =
        send(
            request(path)
                .header("Authorization", "Bearer " + token())
                .header("Accept", "text/event-stream")
                .GET());
    assertThat(listening.statusCode()).isEqualTo(400);
    assertThat(listening.body()).contains("Mcp-Session-Id is missing");
    HttpResponse<String> stranger = send(post(PING).uri(endpoint));
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(challenge(stranger)).isEqualTo(challenge(send(post(PING))));
    HttpResponse<String> answer = send(authorized(PING).uri(endpoint));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/mcp/"})
  void a_session_ends_with_or_without_a_slash(String path) throws Exception {
    String session = session(token());
    HttpRequest.Builder end =
        request(path)
            .header("Authorization", "Bearer " + token())
            .header("Mcp-Session-Id", session)
            .DELETE();
    assertThat(send(end).statusCode()).isEqualTo(204);
    assertThat(send(authorized(PING).header("Mcp-Session-Id", session)).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing/here", "/application.wadl", "/application.wadl/xsd0.xsd"})
  void another_path_is_not_found_and_says_so_in_json(String path) throws Exception {
    HttpResponse<String> response = send(request(path).GET());
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response)).containsKey("error");
  }

  @Test
  void what_is_for_administrators_is_not_there_unless_switched_on() throws Exception {
    HttpResponse<String> stranger = send(request("/admin/doctor"));
    HttpResponse<String> caller =
        send(request("/admin/doctor").header("Authorization", "Bearer " + token()));
    for (HttpResponse<String> response : List.of(stranger, caller)) {
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEqualTo(send(request("/nothing/here")).body());
      assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1.evil.example"})
  void a_page_of_a_foreign_origin_is_refused(String origin) throws Exception {
    HttpResponse<String> response = send(authorized(PING).header("Origin", origin));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(json(response)).containsKey("error");
  }

  @Test
  void a_page_of_our_own_origin_may_read_the_answer_and_the_challenge() throws Exception {
    String own = Gatehouse.url("").toString();
    HttpResponse<String> response = send(post(PING).header("Origin", own));
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains(own);
    assertThat(response.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
        .contains("WWW-Authenticate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/mcp/"})
  void a_preflight_needs_no_token(String path) throws Exception {
    HttpResponse<String> response =
        send(
            request(path)
                .header("Origin", Gatehouse.url("").toString())
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, mcp-param-region, x-evil")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("Authorization", "Mcp-Method", "mcp-param-region")
        .contains("traceparent", "tracestate", "baggage")
        .doesNotContain("x-evil");
  }

  @Test
  void a_name_that_was_bent_to_this_address_is_refused() throws Exception {
    assertThat(statusLine("evil.example")).contains(" 403 ");
    assertThat(statusLine("127.0.0.1")).contains(" 404 ");
  }

  @Test
  void a_request_with_two_hosts_is_malformed() throws Exception {
    assertThat(statusLine("127.0.0.1\r\nHost: evil.example")).contains(" 400 ");
    assertThat(statusLine("127.0.0.1\r\nHost: 127.0.0.1")).contains(" 400 ");
  }

  // A client library would not send a foreign Host.
  private static String statusLine(String host) throws Exception {
    var url = Gatehouse.url("/nothing");
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      String request = "GET /nothing HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }
}
