package dev.gatehouse.support.standin;

import static dev.gatehouse.support.standin.Visitor.json;
import static dev.gatehouse.support.standin.Visitor.string;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.gatehouse.support.time.MutableClock;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The token endpoints, grant by grant. */
class StandInGrantTest {
  private final MutableClock clock = new MutableClock(Instant.now());
  private ScalekitStandIn scalekit;
  private Visitor visitor;

  @BeforeEach
  void start() {
    scalekit =
        ScalekitStandIn.builder()
            .clock(clock)
            .autoApprove(true)
            .publicClient(Visitor.CLIENT, Visitor.REDIRECT_URI)
            .publicClient("other", Visitor.REDIRECT_URI)
            .start();
    visitor = new Visitor(scalekit);
  }

  @AfterEach
  void stop() {
    scalekit.close();
  }

  @Test
  void a_code_becomes_a_token_with_all_scopes_when_none_was_asked_for() {
    var tokens = visitor.redeem(visitor.code());

    assertThat(tokens.statusCode()).isEqualTo(200);
    assertThat(tokens.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(tokens))
        .containsEntry("token_type", "Bearer")
        .containsEntry("scope", "todo:read todo:write")
        .containsEntry("expires_in", 3600L)
        .doesNotContainKeys("refresh_token", "id_token");
    assertThat(Witness.claims(string(tokens, "access_token")))
        .containsEntry("sub", User.ALICE.id())
        .containsEntry("client_id", Visitor.CLIENT)
        .containsEntry("scopes", List.of("todo:read", "todo:write"))
        .containsEntry("aud", List.of(scalekit.resourceUrl(), scalekit.resourceId()));
  }

  @Test
  void a_login_hint_names_the_user() {
    var tokens = visitor.redeem(visitor.code("login_hint", "bob"));

    assertThat(Witness.claims(string(tokens, "access_token"))).containsEntry("sub", User.BOB.id());
  }

  @Test
  void openid_brings_an_id_token_for_the_client() {
    var tokens = visitor.redeem(visitor.code("scope", "openid profile", "nonce", "n"));

    assertThat(Witness.claims(string(tokens, "id_token")))
        .containsEntry("aud", List.of(Visitor.CLIENT))
        .containsEntry("nonce", "n")
        .containsEntry("name", "alice")
        .doesNotContainKeys("scope", "scopes", "email");
  }

  @Test
  void the_lifetime_of_new_tokens_can_be_changed() {
    scalekit.accessTokenLifetime(Duration.ofSeconds(5));

    assertThat(json(visitor.redeem(visitor.code()))).containsEntry("expires_in", 5L);
  }

  @Test
  void a_wrong_code_verifier_is_refused_and_spends_the_code() {
    String code = visitor.code();

    assertFails(
        visitor.redeem(code, "code_verifier", new CodeVerifier().getValue()), "invalid_grant");
    assertFails(visitor.redeem(code), "invalid_grant");
    assertFails(visitor.redeem(visitor.code(), "code_verifier", "short"), "invalid_grant");
    assertFails(visitor.redeem(visitor.code(), "code_verifier", ""), "invalid_request");
  }

  @Test
  void a_code_is_for_one_client_one_redirect_uri_and_one_resource() {
    assertFails(visitor.redeem(visitor.code(), "client_id", "other"), "invalid_grant");
    assertFails(
        visitor.redeem(visitor.code(), "redirect_uri", "http://127.0.0.1:1/callback"),
        "invalid_grant");
    assertFails(
        visitor.redeem(visitor.code(), "resource", "https://example.com/mcp"), "invalid_target");
    assertThat(visitor.redeem(visitor.code(), "resource", scalekit.resourceUrl()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_code_is_good_for_a_minute() {
    String code = visitor.code();
    clock.advance(Duration.ofMinutes(1));

    assertFails(visitor.redeem(code), "invalid_grant");
  }

  @Test
  void a_reused_code_revokes_the_tokens_that_came_of_it() {
    String code = visitor.code("scope", "offline_access");
    String refreshToken = string(visitor.redeem(code), "refresh_token");

    assertFails(visitor.redeem(code), "invalid_grant");
    assertFails(visitor.refresh(refreshToken), "invalid_grant");
  }

  @Test
  void a_refresh_token_rotates() {
    String first = refreshToken();
    var tokens = visitor.refresh(first);

    assertThat(tokens.statusCode()).isEqualTo(200);
    assertThat(string(tokens, "refresh_token")).isNotEqualTo(first);
    assertThat(visitor.refresh(string(tokens, "refresh_token")).statusCode()).isEqualTo(200);
  }

  @Test
  void a_reused_refresh_token_revokes_the_whole_family() {
    String first = refreshToken();
    String second = string(visitor.refresh(first), "refresh_token");

    assertFails(visitor.refresh(first), "invalid_grant");
    assertFails(visitor.refresh(second), "invalid_grant");
  }

  @Test
  void a_refresh_token_is_for_one_client_and_for_a_day() {
    String token = refreshToken();

    assertFails(visitor.refresh(token, "client_id", "other"), "invalid_grant");
    clock.advance(Duration.ofDays(1));
    assertFails(visitor.refresh(token), "invalid_grant");
  }

  @Test
  void a_refresh_narrows_scopes_and_never_widens_them() {
    var tokens = visitor.redeem(visitor.code("scope", "todo:read offline_access"));
    var narrowed = visitor.refresh(string(tokens, "refresh_token"), "scope", "todo:read");
    assertThat(json(narrowed)).containsEntry("scope", "todo:read").containsKey("refresh_token");

    assertFails(
        visitor.refresh(string(narrowed, "refresh_token"), "scope", "todo:write"), "invalid_scope");
    assertThat(visitor.refresh(string(narrowed, "refresh_token")).statusCode()).isEqualTo(200);
  }

  @Test
  void a_machine_authenticates_by_basic_or_by_form() {
    var basic =
        Visitor.send(credentials("Basic bTJtXzEwMDAwMDAwMDAwMDAwMDAwMTpzdGFuZC1pbi1zZWNyZXQ="));
    var form =
        machine(
            visitor.issuer(),
            ScalekitStandIn.M2M_CLIENT_ID,
            ScalekitStandIn.M2M_CLIENT_SECRET,
            "todo:read");

    assertThat(json(basic))
        .containsEntry("scope", "todo:read todo:write")
        .doesNotContainKey("refresh_token");
    assertThat(json(form)).containsEntry("scope", "todo:read");
    assertThat(Witness.claims(string(form, "access_token")))
        .containsEntry("sub", ScalekitStandIn.M2M_CLIENT_ID)
        .containsEntry("client_id", ScalekitStandIn.M2M_CLIENT_ID)
        .containsEntry("aud", List.of(scalekit.resourceUrl(), scalekit.resourceId()))
        .doesNotContainKey("sid");
  }

  @Test
  void a_machine_with_a_wrong_secret_or_scope_is_refused() {
    assertFails(
        machine(visitor.issuer(), ScalekitStandIn.M2M_CLIENT_ID, "wrong", ""), "invalid_client");
    assertFails(machine(visitor.issuer(), ScalekitStandIn.M2M_CLIENT_ID, "", ""), "invalid_client");
    assertFails(machine(visitor.issuer(), "m2m_999999999999999999", "x", ""), "invalid_client");
    assertFails(machine(visitor.issuer(), Visitor.CLIENT, "", ""), "unauthorized_client");
    assertFails(machine(visitor.issuer(), Visitor.CLIENT, "x", ""), "invalid_client");
    assertFails(
        machine(
            visitor.issuer(),
            ScalekitStandIn.M2M_CLIENT_ID,
            ScalekitStandIn.M2M_CLIENT_SECRET,
            "todo:all"),
        "invalid_scope");
    assertFails(Visitor.send(credentials("Bearer x")), "invalid_client");
  }

  @Test
  void the_environment_serves_machines_too() {
    var tokens =
        machine(
            scalekit.environmentUrl(),
            ScalekitStandIn.M2M_CLIENT_ID,
            ScalekitStandIn.M2M_CLIENT_SECRET,
            "");

    assertThat(Witness.claims(string(tokens, "access_token"))).containsKey("aud");
  }

  @Test
  void api_credentials_get_a_token_without_audience_and_only_from_the_environment() {
    var tokens =
        machine(
            scalekit.environmentUrl(),
            ScalekitStandIn.API_CLIENT_ID,
            ScalekitStandIn.API_CLIENT_SECRET,
            "");
    assertThat(json(tokens)).containsEntry("expires_in", 86_399L);
    assertThat(Witness.claims(string(tokens, "access_token"))).doesNotContainKey("aud");

    assertFails(
        machine(
            visitor.issuer(), ScalekitStandIn.API_CLIENT_ID, ScalekitStandIn.API_CLIENT_SECRET, ""),
        "invalid_client");
  }

  @Test
  void unknown_grants_and_broken_requests_are_refused() {
    assertFails(visitor.redeem("x", "grant_type", "password"), "unsupported_grant_type");
    assertFails(visitor.redeem("x", "grant_type", ""), "invalid_request");
    assertFails(visitor.redeem(""), "invalid_request");
    assertFails(visitor.redeem("x"), "invalid_grant");
    var json =
        Visitor.request(visitor.issuer() + "/oauth/token").POST(BodyPublishers.ofString("{}"));
    assertFails(Visitor.send(json), "invalid_request");
  }

  @Test
  void a_public_client_may_not_revoke() {
    var answer =
        Visitor.post(
            visitor.issuer() + "/oauth/revoke", Map.of("client_id", Visitor.CLIENT, "token", "x"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertFails(answer, "invalid_client");
  }

  private String refreshToken() {
    return string(
        visitor.redeem(visitor.code("scope", "todo:read offline_access")), "refresh_token");
  }

  private HttpRequest.Builder credentials(String authorization) {
    return Visitor.request(visitor.issuer() + "/oauth/token")
        .header("Authorization", authorization)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("grant_type=client_credentials"));
  }

  private static HttpResponse<String> machine(
      String issuer, String id, String secret, String scope) {
    return Visitor.post(
        issuer + "/oauth/token",
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            id,
            "client_secret",
            secret,
            "scope",
            scope));
  }

  private static void assertFails(HttpResponse<String> response, String error) {
    assertThat(response.statusCode()).isEqualTo(error.equals("invalid_client") ? 401 : 400);
    assertThat(json(response)).containsEntry("error", error).doesNotContainKey("access_token");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
  }
}
