package dev.gatehouse.support.standin;

import static dev.gatehouse.support.standin.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The authorization endpoint without a person. */
class StandInAuthorizationTest {
  private static ScalekitStandIn scalekit;
  private static Visitor visitor;

  @BeforeAll
  static void start() {
    scalekit =
        ScalekitStandIn.builder()
            .autoApprove(true)
            .publicClient(
                Visitor.CLIENT,
                Visitor.REDIRECT_URI,
                "https://example.com/callback",
                "cursor://callback")
            .start();
    visitor = new Visitor(scalekit);
  }

  @AfterAll
  static void stop() {
    scalekit.close();
  }

  @Test
  void a_good_request_gets_a_code_the_state_and_the_issuer() {
    var response = visitor.authorize();

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(location(response).has("code")).isTrue();
    assertThat(location(response).first("state")).isEqualTo("the state");
    assertThat(location(response).first("iss")).isEqualTo(visitor.issuer());
  }

  @ParameterizedTest
  @CsvSource({
    "code_challenge_method, plain, invalid_request",
    "code_challenge_method, '', invalid_request",
    "code_challenge, '', invalid_request",
    "response_type, token, unsupported_response_type",
    "response_mode, fragment, invalid_request",
    "scope, todo:everything, invalid_scope",
    "resource, https://example.com/mcp, invalid_target",
    "resource, http://127.0.0.1:8080/mcp/, invalid_target",
  })
  void a_wrong_request_is_told_so_at_the_redirect_uri(String name, String value, String error) {
    var response = visitor.authorize(name, value);

    assertThat(location(response).first("error")).isEqualTo(error);
    assertThat(location(response).first("state")).isEqualTo("the state");
    assertThat(location(response).first("iss")).isEqualTo(visitor.issuer());
    assertThat(location(response).has("code")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:49152/callback",
        "https://example.com/callback",
        "cursor://callback"
      })
  void a_registered_redirect_uri_is_used_with_any_port_on_loopback(String redirectUri) {
    assertThat(
            visitor
                .authorize("redirect_uri", redirectUri)
                .headers()
                .firstValue("Location")
                .orElse(""))
        .startsWith(redirectUri + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/other",
        "http://localhost/callback",
        "http://127.0.0.1@example.com/callback",
        "https://127.0.0.1/callback",
        "https://example.com:444/callback",
        "https://example.com/callback?more",
        "cursor://callback/",
        "http://127.0.0.1/callback#",
        ""
      })
  void another_redirect_uri_is_never_redirected_to(String redirectUri) {
    assertPage(visitor.authorize("redirect_uri", redirectUri), "invalid_request");
  }

  @Test
  void an_unknown_client_is_never_redirected() {
    assertPage(
        visitor.authorize("client_id", "m2m_999999999999999999"), "invalid_client_metadata_url");
    assertPage(
        visitor.authorize("client_id", ScalekitStandIn.M2M_CLIENT_ID),
        "invalid_client_metadata_url");
  }

  @Test
  void a_repeated_parameter_is_refused() {
    String url = visitor.authorize().request().uri() + "&scope=todo:read&scope=todo:write";

    assertThat(location(Visitor.get(url)).first("error")).isEqualTo("invalid_request");
  }

  @Test
  void the_own_resource_is_honoured() {
    assertThat(visitor.code("resource", scalekit.resourceUrl())).isNotEmpty();
  }

  @Test
  void what_clients_sent_can_be_looked_at() {
    visitor.authorize("scope", "todo:read", "resource", scalekit.resourceUrl());

    var seen = scalekit.authorizationRequests();
    var last = seen.get(seen.size() - 1);
    assertThat(last.clientId()).isEqualTo(Visitor.CLIENT);
    assertThat(last.scope()).isEqualTo("todo:read");
    assertThat(last.codeChallengeMethod()).isEqualTo("S256");
    assertThat(last.resources()).containsExactly(scalekit.resourceUrl());
  }

  @Test
  void only_the_latest_requests_are_kept() {
    for (int i = 0; i < 120; i++) {
      visitor.authorize("client_id", "m2m_" + i);
    }

    assertThat(scalekit.authorizationRequests()).hasSize(100);
    assertThat(scalekit.authorizationRequests().get(99).clientId()).isEqualTo("m2m_119");
  }

  private static void assertPage(HttpResponse<String> response, String error) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Location")).isEmpty();
    assertThat(response.body()).contains(error, "not for production");
  }
}
