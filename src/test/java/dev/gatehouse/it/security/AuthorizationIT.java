package dev.gatehouse.it.security;

import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.challenge;
import static dev.gatehouse.support.client.Gatehouse.issuer;
import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.list;
import static dev.gatehouse.support.client.Gatehouse.request;
import static dev.gatehouse.support.client.Gatehouse.send;
import static dev.gatehouse.support.client.Gatehouse.token;
import static dev.gatehouse.support.client.Gatehouse.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.standin.TokenMint;
import dev.gatehouse.support.tools.Wars;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Deployed
@Order(Wars.SHIPPED)
class AuthorizationIT {
  private static final String METADATA =
      "resource_metadata=\"" + url("/.well-known/oauth-protected-resource/mcp") + "\"";
  private static final String SCOPES = "scope=\"todo:read todo:write\"";

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.shipped();
  }

  private static TokenMint mint() {
    return issuer().mint().scopes("todo:read", "todo:write");
  }

  @Test
  void without_a_token_the_challenge_leads_to_the_login() throws Exception {
    HttpResponse<String> response = send(list());
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(challenge(response)).startsWith("Bearer realm=\"OAuth\"").contains(METADATA, SCOPES);
    assertThat(challenge(response)).doesNotContain("error");
    assertThat(json(response).getString("error")).isEqualTo("unauthorized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE", "HEAD", "OPTIONS", "PUT"})
  void every_method_of_the_endpoint_is_challenged_alike(String method) throws Exception {
    HttpResponse<String> response = send(request("/mcp").method(method, BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(challenge(response)).contains(METADATA);
  }

  @Test
  void a_stranger_is_challenged_before_anything_else_is_looked_at() throws Exception {
    HttpResponse<String> response =
        send(
            request("/mcp")
                .header("Content-Type", "text/plain")
                .header("Accept", "application/json;q=x")
                .POST(BodyPublishers.ofString("x")));
    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void the_metadata_is_public_and_the_same_at_both_places() throws Exception {
    HttpResponse<String> atRoot = send(request("/.well-known/oauth-protected-resource"));
    HttpResponse<String> atPath = send(request("/.well-known/oauth-protected-resource/mcp"));
    assertThat(atRoot.statusCode()).isEqualTo(200);
    assertThat(atPath.body()).isEqualTo(atRoot.body());
    assertThat(atRoot.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(atRoot.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    JsonObject metadata = json(atRoot);
    assertThat(metadata)
        .containsOnlyKeys(
            "authorization_servers", "bearer_methods_supported", "resource", "scopes_supported");
    assertThat(metadata.getString("resource")).isEqualTo(url("/mcp").toString());
    assertThat(metadata.getJsonArray("authorization_servers").getString(0))
        .isEqualTo(issuer().environmentUrl() + "/resources/" + issuer().resourceId());
    assertThat(metadata.getJsonArray("scopes_supported").toString())
        .isEqualTo("[\"todo:read\",\"todo:write\"]");
  }

  @Test
  void metadata_of_another_resource_is_not_here() throws Exception {
    HttpResponse<String> response = send(request("/.well-known/oauth-protected-resource/other"));
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response)).containsKey("error");
  }

  static Stream<Named<String>> goodTokens() {
    String resource = issuer().resourceId();
    String environment = issuer().environmentUrl();
    return Stream.of(
        named("issued by the environment", mint().issuer(environment).sign()),
        named(
            "issued by the resource", mint().issuer(environment + "/resources/" + resource).sign()),
        named("aud only res_", mint().audience(List.of(resource)).sign()),
        named("aud a string", mint().audienceAsString(resource).sign()),
        named("no jti", mint().without("jti").sign()),
        named("no typ", mint().typ(null).sign()),
        named("typ at+jwt", mint().typ("at+jwt").sign()),
        named("no kid", mint().kid(null).sign()),
        named("a machine", mint().machine().sign()));
  }

  @Test
  void a_long_token_is_read_and_one_without_end_is_refused_by_somebody() throws Exception {
    String padding = "x".repeat(6000);
    String longToken = mint().claim("note", padding).sign();
    assertThat(longToken.length()).isBetween(8_200, 12_000);
    assertThat(list(longToken).statusCode()).isEqualTo(200);
    assertThat(Gatehouse.statusOfHeader("a".repeat(2_000_000))).isBetween(400, 499);
    assertThat(list(token()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("goodTokens")
  void a_good_token_is_let_in(String token) throws Exception {
    assertThat(list(token).statusCode()).isEqualTo(200);
  }

  static Stream<Named<String>> badTokens() {
    String environment = issuer().environmentUrl();
    Instant now = Instant.now();
    return Stream.of(
        named("expired", mint().expiresAt(now.minusSeconds(90)).sign()),
        named("no exp", mint().without("exp").sign()),
        named("no iat", mint().without("iat").sign()),
        named("no sub", mint().without("sub").sign()),
        named("no aud", mint().without("aud").sign()),
        named("nbf ahead", mint().notBefore(now.plusSeconds(300)).sign()),
        named("aud of another", mint().audience(List.of("res_999")).sign()),
        named("aud only the URL", mint().audience(List.of(url("/mcp").toString())).sign()),
        named("another issuer", mint().issuer("https://evil.example").sign()),
        named("issuer with a slash", mint().issuer(environment + "/").sign()),
        named("another resource", mint().issuer(environment + "/resources/res_999").sign()),
        named("alg none", mint().unsigned()),
        named("HS256 with the public key", mint().hs256WithPublicKey()),
        named("RS512", mint().rs512()),
        named("crit", mint().withCrit()),
        named("tampered", mint().tampered()),
        named("bad signature", mint().withBadSignature()),
        named("unknown key", mint().kid("snk_ghost").sign()),
        named("garbage", "garbage"),
        named("dotted garbage", "a.b.c"));
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void a_bad_token_is_refused_with_a_reason_and_the_way_to_a_new_one(String token)
      throws Exception {
    HttpResponse<String> response = list(token);
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(challenge(response))
        .contains("error=\"invalid_token\"", "error_description=\"", METADATA, SCOPES);
    assertThat(response.body()).doesNotContain(token);
  }

  @Test
  void a_token_in_the_query_is_no_token() throws Exception {
    HttpResponse<String> response =
        send(
            request("/mcp?access_token=" + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(challenge(response)).doesNotContain("error");
  }

  @Test
  void another_scheme_is_no_token_and_an_empty_bearer_is_a_bad_one() throws Exception {
    HttpResponse<String> basic = send(list().header("Authorization", "Basic YTpi"));
    assertThat(basic.statusCode()).isEqualTo(401);
    assertThat(challenge(basic)).doesNotContain("error");
    HttpResponse<String> empty = send(list().header("Authorization", "Bearer"));
    assertThat(empty.statusCode()).isEqualTo(401);
    assertThat(challenge(empty)).contains("error=\"invalid_token\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer ", "BEARER "})
  void the_scheme_is_known_in_any_case(String scheme) throws Exception {
    assertThat(send(list().header("Authorization", scheme + token())).statusCode()).isEqualTo(200);
  }

  @Test
  void two_credentials_are_a_malformed_request() throws Exception {
    HttpResponse<String> response =
        send(
            list()
                .header("Authorization", "Bearer " + token())
                .header("Authorization", "Bearer bad"));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(challenge(response)).contains("error=\"invalid_request\"", METADATA);
  }

  @Test
  void a_known_tool_short_of_scope_is_a_403_that_names_it() throws Exception {
    String reader = mint().scopes("todo:read").sign();
    HttpResponse<String> response = callTool(reader, "create_todo", "{\"title\":\"x\"}");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(challenge(response))
        .contains("error=\"insufficient_scope\"", "scope=\"todo:write\"", METADATA);
    assertThat(json(response).getString("id")).isEqualTo("c1");
    assertThat(json(response).getJsonObject("error").getString("message")).contains("todo:write");
  }

  @Test
  void an_older_client_is_told_to_ask_for_what_it_has_too() throws Exception {
    String reader = mint().scopes("todo:read", "openid").sign();
    HttpResponse<String> begun =
        send(
            older(reader)
                .POST(
                    BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":"
                            + "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":null}}")));
    HttpResponse<String> response =
        send(
            older(reader)
                .header(
                    "Mcp-Session-Id", begun.headers().firstValue("Mcp-Session-Id").orElseThrow())
                .POST(
                    BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
                            + "{\"name\":\"create_todo\",\"arguments\":{\"title\":\"x\"}}}")));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(challenge(response))
        .contains("scope=\"todo:read todo:write\"", "Required scope: todo:write\"", METADATA);
  }

  private static HttpRequest.Builder older(String token) {
    return request("/mcp")
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream");
  }

  @Test
  void permissions_are_not_scopes() throws Exception {
    String token =
        mint()
            .scopes()
            .without("scope")
            .without("scopes")
            .claim("permissions", List.of("todo:read"))
            .sign();
    assertThat(callTool(token, "list_todos", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void the_list_shows_a_caller_only_what_it_may_call() throws Exception {
    HttpResponse<String> response = list(mint().scopes("todo:read").sign());
    assertThat(
            json(response)
                .getJsonObject("result")
                .getJsonArray("tools")
                .getValuesAs(tool -> tool.asJsonObject().getString("name")))
        .containsExactly("get_todo", "list_todos");
  }

  @Test
  void an_unknown_tool_is_unknown_to_everybody() throws Exception {
    HttpResponse<String> response = callTool(mint().scopes("todo:read").sign(), "nope", "{}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).getJsonObject("error").getInt("code")).isEqualTo(-32602);
  }
}
