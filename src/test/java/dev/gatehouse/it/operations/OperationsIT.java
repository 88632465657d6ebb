package dev.gatehouse.it.operations;

import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.challenge;
import static dev.gatehouse.support.client.Gatehouse.issuer;
import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.list;
import static dev.gatehouse.support.client.Gatehouse.toolCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.client.Listening;
import dev.gatehouse.support.server.Deployed;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Deployed
class OperationsIT {
  private static final Path FILE =
      Path.of("target", "operations-" + System.getProperty("server.name") + ".properties")
          .toAbsolutePath();
  private static final String LIMITS =
      """
      mcp.quota.calls.caller=30
      mcp.quota.refusals.address=20
      mcp.trusted.proxies=127.0.0.1, ::1
      """;
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Deployment(testable = false)
  static WebArchive war() throws Exception {
    Files.writeString(FILE, LIMITS);
    return Gatehouse.war()
        .addPackage(OperatedTools.class.getPackage())
        .addAsServiceProvider(ConfigSource.class, FileSource.class)
        .addAsResource(new StringAsset(FILE.toString()), FileSource.PATH);
  }

  private static void configure(String more) throws Exception {
    Path fresh = Files.writeString(Path.of(FILE + ".new"), LIMITS + more);
    Files.move(fresh, FILE, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String token(String subject, String... scopes) {
    return issuer().mint().subject(subject).organization("org_7").scopes(scopes).sign();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String token, String from)
      throws Exception {
    return Gatehouse.send(
        request.header("Authorization", "Bearer " + token).header("X-Forwarded-For", from));
  }

  // Each asks as somebody else, since who asks has a quota too.
  private static List<String> recorded(String tool, String address) throws Exception {
    String asker = token("usr_" + Integer.toHexString((tool + address).hashCode()));
    return json(callTool(asker, tool, "{}"))
        .getJsonObject("result")
        .getJsonArray("content")
        .getJsonObject(0)
        .getString("text")
        .lines()
        .filter(line -> line.contains(address))
        .toList();
  }

  @Test
  void a_call_is_one_line_and_one_event_that_tell_who_and_what_but_no_values() throws Exception {
    String token = token("usr_audited", "todo:read", "todo:write");
    String arguments = "{\"label\":\"label-7731\",\"secret\":\"hunter2-9911\"}";
    HttpResponse<String> response =
        send(
            toolCall("keep", arguments)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"),
            token,
            "198.51.100.66, 203.0.113.21");
    assertThat(response.statusCode()).isEqualTo(200);

    assertThat(recorded("lines", "203.0.113.21"))
        .singleElement()
        .asString()
        .contains("\"outcome\":\"allowed\"", "\"kind\":\"tool\"", "\"name\":\"keep\"")
        .contains("\"subject\":\"usr_audited\"", "\"organization\":\"org_7\"")
        .contains("\"clientId\":\"", "\"tokenId\":\"", "\"argumentsDigest\":\"")
        .contains("\"scopesNeeded\":[\"todo:write\"]")
        .contains("\"scopesHeld\":[\"todo:read\",\"todo:write\"]")
        .contains("\"durationMicros\":", "\"traceId\":\"" + TRACE + "\"");
    assertThat(recorded("events", "203.0.113.21")).hasSize(1);
    for (String kept : List.of("lines", "events")) {
      assertThat(recorded(kept, ""))
          .noneMatch(line -> line.contains("label-7731") || line.contains("hunter2-9911"))
          .noneMatch(line -> line.contains(token) || line.contains(token.substring(0, 40)))
          .noneMatch(line -> line.contains("198.51.100.66"));
    }
  }

  @Test
  void a_fault_is_a_call_that_failed() throws Exception {
    send(toolCall("crash", "{\"argument\":\"\"}"), token("usr_crash"), "203.0.113.22");
    assertThat(recorded("lines", "203.0.113.22"))
        .singleElement()
        .asString()
        .contains("\"outcome\":\"failed\"", "\"name\":\"crash\"");
  }

  @Test
  void each_refusal_is_taken_down_with_its_reason() throws Exception {
    String expired = issuer().mint().expiresAt(Instant.now().minusSeconds(60)).sign();
    assertThat(send(toolCall("look", "{}"), expired, "203.0.113.31").statusCode()).isEqualTo(401);
    assertThat(
            Gatehouse.send(toolCall("look", "{}").header("X-Forwarded-For", "203.0.113.32"))
                .statusCode())
        .isEqualTo(401);
    HttpResponse<String> forbidden =
        send(
            toolCall("keep", "{\"label\":\"a\",\"secret\":\"b\"}"),
            token("usr_weak", "todo:read"),
            "203.0.113.33");
    assertThat(forbidden.statusCode()).isEqualTo(403);
    assertThat(challenge(forbidden)).contains("todo:write");
    HttpRequest.Builder foreign = toolCall("look", "{}").header("Origin", "https://evil.example");
    assertThat(send(foreign, token("usr_browser"), "203.0.113.34").statusCode()).isEqualTo(403);

    assertThat(recorded("lines", "203.0.113.31"))
        .singleElement()
        .asString()
        .contains("\"refused-authentication\"", "\"EXPIRED\"");
    assertThat(recorded("lines", "203.0.113.32"))
        .singleElement()
        .asString()
        .contains("\"refused-authentication\"", "\"NO_TOKEN\"");
    assertThat(recorded("lines", "203.0.113.33"))
        .singleElement()
        .asString()
        .contains("\"refused-scope\"", "\"usr_weak\"", "\"scopesNeeded\":[\"todo:write\"]");
    assertThat(recorded("lines", "203.0.113.34"))
        .singleElement()
        .asString()
        .contains("\"refused-origin\"", "\"Origin\"");
  }

  @Test
  void who_calls_too_often_is_told_when_to_come_again_and_nobody_else_is() throws Exception {
    String greedy = token("usr_greedy");
    HttpResponse<String> response = callTool(greedy, "look", "{}");
    int answered = 0;
    while (response.statusCode() == 200 && answered < 300) {
      answered++;
      response = send(toolCall("look", "{}"), greedy, "203.0.113.41");
    }
    assertThat(answered).isBetween(30, 299);
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 3L);
    assertThat(json(response).getString("id")).isEqualTo("c1");
    assertThat(json(response).getJsonObject("error").getInt("code")).isEqualTo(429);

    assertThat(callTool(greedy, "events", "{}").statusCode()).isEqualTo(200);
    assertThat(callTool(token("usr_modest"), "look", "{}").statusCode()).isEqualTo(200);
    assertThat(recorded("lines", "203.0.113.41"))
        .filteredOn(line -> line.contains("\"refused-quota\"") && line.contains("usr_greedy"))
        .hasSize(1);
  }

  private static HttpResponse<String> malformed(String from) throws Exception {
    return send(toolCall("look", "{}"), "two words", from);
  }

  @Test
  void an_address_that_comes_again_and_again_without_a_token_fills_no_log() throws Exception {
    HttpResponse<String> response = malformed("203.0.113.51");
    for (int i = 0; i < 200 && response.statusCode() == 400; i++) {
      response = malformed("203.0.113.51");
    }
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 4L);
    assertThat(json(response).getJsonObject("error").getString("message")).contains("Too many");
    assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("resource_metadata=");
    assertThat(malformed("203.0.113.52").statusCode()).isEqualTo(400);
    assertThat(send(toolCall("look", "{}"), token("usr_nat"), "203.0.113.51").statusCode())
        .isEqualTo(200);
    assertThat(recorded("lines", "203.0.113.51"))
        .filteredOn(line -> line.contains("MALFORMED_HEADER"))
        .hasSizeBetween(1, 10);
  }

  private static HttpResponse<String> tokenless(String from) throws Exception {
    return Gatehouse.send(toolCall("look", "{}").header("X-Forwarded-For", from));
  }

  @Test
  void who_sends_no_token_at_all_is_challenged_when_it_is_too_often_too() throws Exception {
    HttpResponse<String> response = tokenless("203.0.113.53");
    String challenge = challenge(response);
    for (int i = 0; i < 200 && response.statusCode() == 401; i++) {
      response = tokenless("203.0.113.53");
    }
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 4L);
    assertThat(challenge).contains("resource_metadata=");
    assertThat(challenge(response)).isEqualTo(challenge);
    assertThat(tokenless("203.0.113.54").statusCode()).isEqualTo(401);
    assertThat(send(toolCall("look", "{}"), token("usr_late"), "203.0.113.53").statusCode())
        .isEqualTo(200);
  }

  private static List<String> tools(String token) throws Exception {
    return json(list(token))
        .getJsonObject("result")
        .getJsonArray("tools")
        .getValuesAs(tool -> tool.asJsonObject().getString("name"));
  }

  @Test
  @Timeout(400)
  void a_tool_is_switched_off_and_on_while_the_server_runs() throws Exception {
    String token = token("usr_switched");
    try (Listening client = Listening.to(token, Listening.TOOLS)) {
      assertThat(client.event()).contains("acknowledged");
      assertThat(tools(token)).contains("look");

      configure("mcp.disabled.tools=look\n");
      long start = System.nanoTime();
      assertThat(client.event()).contains("notifications/tools/list_changed");
      System.out.println("Noticed after ms: " + (System.nanoTime() - start) / 1_000_000);
      assertThat(tools(token)).contains("crash").doesNotContain("look");
      HttpResponse<String> response = send(toolCall("look", "{}"), token, "203.0.113.61");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(json(response).getJsonObject("error").getInt("code")).isEqualTo(503);
      assertThat(json(response).getJsonObject("error").getString("message"))
          .isEqualTo("look is switched off");
      assertThat(recorded("lines", "203.0.113.61"))
          .singleElement()
          .asString()
          .contains("\"refused-switch\"");

      configure("");
      assertThat(client.event()).contains("notifications/tools/list_changed");
      assertThat(tools(token)).contains("look");
      assertThat(callTool(token, "look", "{}").statusCode()).isEqualTo(200);
    }
  }
}
