package dev.gatehouse.it.session;

import static dev.gatehouse.it.session.Conversation.status;
import static dev.gatehouse.it.session.Conversation.text;
import static dev.gatehouse.support.client.Gatehouse.challenge;
import static dev.gatehouse.support.client.Gatehouse.issuer;
import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.send;
import static dev.gatehouse.support.client.Gatehouse.session;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a session and a sealed state are, and for how long. */
@Deployed
@Order(Wars.TOOLS)
class SessionIT {
  private final Conversation alice = as("usr_alice");
  private final Conversation bob = as("usr_bob");

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.tools();
  }

  private static Conversation as(String user, String... scopes) {
    var mint = issuer().mint().subject(user);
    return Conversation.of((scopes.length == 0 ? mint : mint.scopes(scopes)).sign());
  }

  @Test
  void a_session_is_unknown_to_every_other_caller() throws Exception {
    String session = session(alice.token());
    assertUnknown(bob.ping(session));
    assertUnknown(bob.to(session, "GET"));
    assertUnknown(bob.to(session, "DELETE"));
    assertThat(status(alice.ping(session))).isEqualTo(200);
    assertThat(status(alice.to(session, "DELETE"))).isEqualTo(204);
    assertUnknown(alice.ping(session));
  }

  // Some clients begin a new session at this code only.
  private static void assertUnknown(HttpRequest.Builder request) throws Exception {
    assertThat(status(request)).isEqualTo(404);
    assertThat(json(send(request)).getJsonObject("error").getInt("code")).isEqualTo(-32001);
  }

  @Test
  void a_stream_ends_with_its_token_and_the_session_goes_on_with_the_next() throws Exception {
    String session = session(alice.token());
    String brief =
        issuer().mint().subject("usr_alice").expiresAt(Instant.now().plusSeconds(20)).sign();
    try (Listening stream = Listening.to(Conversation.of(brief).to(session, "GET"))) {
      assertThat(stream.event()).isNull();
    }
    assertThat(status(Conversation.of(brief).ping(session))).isEqualTo(401);
    Conversation refreshed = as("usr_alice");
    assertThat(refreshed.token()).isNotEqualTo(alice.token());
    assertThat(status(refreshed.ping(session))).isEqualTo(200);
    Listening.to(refreshed.to(session, "GET")).close();
  }

  @Test
  void a_session_has_one_stream_of_its_own() throws Exception {
    String session = session(alice.token());
    try (Listening stream = Listening.to(alice.to(session, "GET"))) {
      assertThat(status(alice.to(session, "GET"))).isEqualTo(409);
      assertThat(status(alice.to(session, "DELETE"))).isEqualTo(204);
      assertThat(stream.event()).isNull();
    }
  }

  @Test
  void who_names_no_session_is_told_to() throws Exception {
    for (String method : new String[] {"GET", "DELETE"}) {
      HttpResponse<String> refused = send(alice.to(method));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("Mcp-Session-Id is missing");
    }
    String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    assertThat(Gatehouse.call(alice.token(), list).statusCode()).isEqualTo(400);
  }

  @Test
  void a_scope_that_is_lost_between_rounds_is_missed() throws Exception {
    String state = state(alice);
    assertMissesScope(
        FeatureTools.ORDER, send(as("usr_alice", "todo:read").order("order", "apples", state)));
    assertThat(text(json(send(alice.order("order", "apples", state))))).isEqualTo("3 apples");
  }

  @Test
  void a_scope_that_is_lost_within_a_session_is_missed() throws Exception {
    String session = session(alice.token(), "2025-11-25", Conversation.ELICITATION);
    // Clients of that revision ask for the named scopes instead of those that they have.
    assertMissesScope(
        "todo:read " + FeatureTools.ORDER,
        send(as("usr_alice", "todo:read").call(session, "order", "{\"item\":\"apples\"}")));
  }

  private static void assertMissesScope(String named, HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(challenge(response))
        .contains("error=\"insufficient_scope\"", "scope=\"" + named + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "usr_bob,   order,    apples, '',  another caller",
    "usr_alice, giveBack, apples, '',  another tool",
    "usr_alice, order,    pears,  '',  other arguments",
    "usr_alice, order,    apples, 'A', an altered state"
  })
  void a_state_counts_for_nothing_but_its_own_call(
      String user, String tool, String item, String altered, String what) throws Exception {
    String state = state(alice);
    HttpResponse<String> refused = send(as(user).order(tool, item, altered(state, altered)));
    assertThat(json(refused).getJsonObject("error").getInt("code")).as(what).isEqualTo(-32602);
    assertThat(text(json(send(alice.order("order", "apples", state))))).isEqualTo("3 apples");
  }

  private static String altered(String state, String by) {
    int middle = state.length() / 2;
    String other = state.startsWith(by, middle) ? "B" : by;
    return by.isEmpty() ? state : state.substring(0, middle) + other + state.substring(middle + 1);
  }

  private static String state(Conversation caller) throws Exception {
    HttpResponse<String> asked = send(caller.order("order", "apples", ""));
    assertThat(json(asked).getJsonObject("result").getString("resultType"))
        .isEqualTo("input_required");
    return json(asked).getJsonObject("result").getString("requestState");
  }
}
