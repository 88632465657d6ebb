package dev.gatehouse.it.listening;

import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.challenge;
import static dev.gatehouse.support.client.Gatehouse.issuer;
import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.post;
import static dev.gatehouse.support.client.Gatehouse.send;
import static dev.gatehouse.support.client.Gatehouse.session;
import static dev.gatehouse.support.client.Gatehouse.token;
import static dev.gatehouse.support.client.Listening.META;
import static dev.gatehouse.support.client.Listening.TOOLS;
import static dev.gatehouse.support.client.Listening.body;
import static dev.gatehouse.support.client.Listening.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.client.Listening;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.tools.FeatureTools;
import dev.gatehouse.support.tools.Wars;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Deployed
@Order(Wars.TOOLS)
class ListenIT {
  private static final String TOLD = "notifications/tools/list_changed";

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.tools();
  }

  private static void change() throws Exception {
    assertThat(callTool(token(), "change", "{}").statusCode()).isEqualTo(200);
  }

  private static String call(String tool) throws Exception {
    return json(callTool(token(), tool, "{}"))
        .getJsonObject("result")
        .getJsonArray("content")
        .getJsonObject(0)
        .getString("text");
  }

  private static int streams() throws Exception {
    return Integer.parseInt(call("listeners"));
  }

  private static String user(String name) {
    return issuer().mint().subject(name).sign();
  }

  // Clients that left are noticed by the next comments only.
  private static void awaitNobody() throws Exception {
    for (int i = 0; i < 240 && streams() > 0; i++) {
      Thread.sleep(500);
    }
    assertThat(streams()).isZero();
  }

  private static void assertRefused(HttpRequest.Builder request, int status, int code)
      throws Exception {
    HttpResponse<String> response = send(request);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(json(response).getJsonObject("error").getInt("code")).isEqualTo(code);
  }

  @Test
  void the_acknowledgement_comes_first_and_at_once_then_what_was_asked_for() throws Exception {
    try (Listening client = Listening.to(token(), TOOLS)) {
      assertThat(client.event())
          .contains(
              "notifications/subscriptions/acknowledged",
              "{\"toolsListChanged\":true}",
              "\"io.modelcontextprotocol/subscriptionId\":11");
      change();
      assertThat(client.event()).contains(TOLD, "\"io.modelcontextprotocol/subscriptionId\":11");
    }
  }

  @Test
  void who_asked_for_something_else_is_not_told() throws Exception {
    try (Listening client = Listening.to(token(), TOOLS);
        Listening other = Listening.to(token(), "\"promptsListChanged\":true")) {
      client.event();
      other.event();
      change();
      assertThat(client.event()).contains(TOLD);
      int comments = 0;
      while (comments < 2) {
        String line = other.line();
        assertThat(line).doesNotStartWith("data");
        comments += line.startsWith(":") ? 1 : 0;
      }
    }
  }

  @Test
  void a_change_that_was_rolled_back_is_not_told() throws Exception {
    String all =
        TOOLS
            + ",\"promptsListChanged\":true,\"resourceSubscriptions\":[\""
            + FeatureTools.WATCHED
            + "\"]";
    try (Listening client = Listening.to(token(), all)) {
      assertThat(client.event()).contains("acknowledged", FeatureTools.WATCHED);
      assertToldOnlyWhatWasCommitted(client);
    }
  }

  @Test
  void nor_is_it_told_to_a_session_of_the_older_era() throws Exception {
    String token = token();
    String session = session(token);
    String subscribe =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/subscribe\",\"params\":{\"uri\":\"%s\"}}"
            .formatted(FeatureTools.WATCHED);
    HttpResponse<String> subscribed =
        send(
            post(subscribe)
                .header("Authorization", "Bearer " + token)
                .header("Mcp-Session-Id", session));
    assertThat(json(subscribed)).containsKey("result");
    try (Listening client = Listening.to(streamOf(session, token))) {
      assertToldOnlyWhatWasCommitted(client);
    }
  }

  private static HttpRequest.Builder streamOf(String session, String token) {
    return Gatehouse.request("/mcp")
        .header("Accept", "text/event-stream")
        .header("Authorization", "Bearer " + token)
        .header("Mcp-Session-Id", session)
        .GET();
  }

  // What is committed later comes later: nothing before it was told of what was rolled back.
  private static void assertToldOnlyWhatWasCommitted(Listening client) throws Exception {
    assertThat(callTool(token(), "changeInVain", "{}").body())
        .contains("Rolled back", "\"isError\":true");
    assertThat(callTool(token(), "changeForGood", "{}").body()).contains("\"isError\":false");
    assertThat(client.event()).contains(TOLD);
    assertThat(callTool(token(), "updateForGood", "{}").body()).contains("\"isError\":false");
    assertThat(client.event()).contains("notifications/resources/updated", FeatureTools.WATCHED);
  }

  @Test
  void a_stream_ends_with_its_token() throws Exception {
    String brief = issuer().mint().expiresAt(Instant.now().plusSeconds(30)).sign();
    try (Listening client = Listening.to(brief, TOOLS)) {
      assertThat(client.event()).contains("acknowledged");
      String last = client.event();
      while (last.contains(TOLD)) {
        last = client.event();
      }
      assertThat(last).contains("\"id\":11,\"result\":{\"resultType\":\"complete\"");
      assertThat(client.event()).isNull();
    }
  }

  @Test
  void without_a_token_the_answer_is_the_challenge() throws Exception {
    HttpResponse<String> response =
        send(post(body(TOOLS, META)).header("Mcp-Method", "subscriptions/listen"));
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(challenge(response)).contains("resource_metadata=");
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
  }

  @Test
  void refusals_are_those_of_the_endpoint() throws Exception {
    assertRefused(request(token(), body(TOOLS, "\"_meta\":{}")), 400, -32602);
    assertRefused(request(token(), body("\"toolsListChanged\":1", META)), 200, -32602);
    assertRefused(request(token(), "{"), 400, -32700);
    assertRefused(
        request(token(), body(TOOLS, META).replace("subscriptions/listen", "tools/list")),
        400,
        -32020);
    assertRefused(
        request(token(), body(TOOLS, META)).setHeader("Mcp-Method", "tools/list"), 400, -32020);
    assertRefused(
        request(token(), body(TOOLS, META)).setHeader("Accept", "application/json"), 406, -32600);
    assertRefused(
        request(token(), body(TOOLS, META)).setHeader("Content-Type", "text/plain"), 415, -32600);
    assertRefused(
        request(token(), body(TOOLS, META)).setHeader("Origin", "https://evil.example"),
        403,
        -32600);
  }

  @Test
  void a_legacy_message_with_a_stray_header_gets_its_answer() throws Exception {
    HttpResponse<String> response =
        send(
            post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")
                .header("Authorization", "Bearer " + token())
                .header("Mcp-Method", "subscriptions/listen"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).getJsonObject("result")).isEmpty();
  }

  @Test
  void a_caller_with_too_many_streams_gets_more_only_after_leaving_some() throws Exception {
    String token = user("usr_greedy");
    try (ManyListening many = new ManyListening()) {
      many.open(token, 100);
      assertThat(many.awaitAll("acknowledged")).isEqualTo(100);
      assertRefused(request(token, body(TOOLS, META)), 429, 429);
    }
    awaitNobody();
    try (Listening client = Listening.to(token, TOOLS)) {
      assertThat(client.event()).contains("acknowledged");
    }
  }
}
