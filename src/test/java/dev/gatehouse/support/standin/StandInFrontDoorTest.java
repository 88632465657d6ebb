package dev.gatehouse.support.standin;

import static dev.gatehouse.support.standin.Visitor.get;
import static dev.gatehouse.support.standin.Visitor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, metadata, registration, and what is true of every request. */
class StandInFrontDoorTest {
  private ScalekitStandIn scalekit;
  private Visitor visitor;

  @BeforeEach
  void start() {
    scalekit = ScalekitStandIn.builder().start();
    visitor = new Visitor(scalekit);
  }

  @AfterEach
  void stop() {
    scalekit.close();
  }

  @Test
  void the_resource_has_metadata_in_both_places() {
    var appended = get(visitor.issuer() + "/.well-known/oauth-authorization-server");
    var inserted =
        get(
            scalekit.environmentUrl()
                + "/.well-known/oauth-authorization-server/resources/"
                + scalekit.resourceId());

    assertThat(json(appended))
        .isEqualTo(json(inserted))
        .containsEntry("issuer", visitor.issuer())
        .containsEntry("authorization_endpoint", visitor.issuer() + "/oauth/authorize")
        .containsEntry("token_endpoint", visitor.issuer() + "/oauth/token")
        .containsEntry("jwks_uri", scalekit.environmentUrl() + "/keys")
        .containsEntry("code_challenge_methods_supported", List.of("S256"))
        .containsEntry("client_id_metadata_document_supported", true)
        .containsEntry("scopes_supported", List.of("todo:read", "todo:write"))
        .containsKey("registration_endpoint");
    assertThat(appended.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void the_environment_has_metadata_without_registration() {
    assertThat(json(get(scalekit.environmentUrl() + "/.well-known/openid-configuration")))
        .containsEntry("issuer", scalekit.environmentUrl())
        .containsEntry("token_endpoint", scalekit.environmentUrl() + "/oauth/token")
        .doesNotContainKey("registration_endpoint");
    assertThat(get(visitor.issuer() + "/.well-known/openid-configuration").statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_dashboard_shows_the_metadata_of_the_protected_resource() {
    assertThat(
            json(get(scalekit.environmentUrl() + "/dashboard/metadata/" + scalekit.resourceId())))
        .containsEntry("resource", scalekit.resourceUrl())
        .containsEntry("authorization_servers", List.of(visitor.issuer()));
  }

  @Test
  void the_dashboards_switches_work() {
    try (var closed =
        ScalekitStandIn.builder()
            .dynamicRegistration(false)
            .clientDocuments(false)
            .pathInsertedMetadata(false)
            .start()) {
      var outsider = new Visitor(closed);
      assertThat(json(get(outsider.issuer() + "/.well-known/oauth-authorization-server")))
          .containsEntry("client_id_metadata_document_supported", false)
          .doesNotContainKey("registration_endpoint");
      assertThat(outsider.register("{}").statusCode()).isEqualTo(404);
      assertThat(outsider.authorize("client_id", "https://example.com/client").statusCode())
          .isEqualTo(400);
      String inserted = "/.well-known/oauth-authorization-server/resources/" + closed.resourceId();
      assertThat(get(closed.environmentUrl() + inserted).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void keys_are_at_the_environment_and_fetches_are_counted() {
    assertThat(keys()).hasSize(1);
    assertThat(scalekit.keys().fetches()).isEqualTo(1);
    assertThat(get(visitor.issuer() + "/keys").statusCode()).isEqualTo(404);
    assertThat(get(scalekit.environmentUrl() + "/keys").body())
        .doesNotContain("\"d\"")
        .contains("\"use\":\"sig\"");
  }

  @Test
  void keys_rotate_with_and_without_the_old_one() {
    String first = scalekit.keys().currentKid();
    scalekit.keys().rotateKeepingOld();
    assertThat(keys())
        .hasSize(2)
        .extracting(key -> key.get("kid"))
        .contains(first, scalekit.keys().currentKid());

    scalekit.keys().rotate();
    assertThat(keys())
        .hasSize(1)
        .extracting(key -> key.get("kid"))
        .containsExactly(scalekit.keys().currentKid());
  }

  @Test
  void keys_fail_in_every_way_and_recover() throws Exception {
    String url = scalekit.environmentUrl() + "/keys";
    scalekit.keys().fail(KeysFault.SERVER_ERROR);
    assertThat(get(url).statusCode()).isEqualTo(500);
    scalekit.keys().fail(KeysFault.HTML);
    assertThat(get(url).headers().firstValue("Content-Type")).contains("text/html");
    scalekit.keys().fail(KeysFault.EMPTY);
    assertThat(keys()).isEmpty();
    scalekit.keys().fail(KeysFault.OVERSIZED);
    assertThat(get(url).body().length()).isGreaterThan(1_000_000);
    scalekit.keys().fail(KeysFault.HANG);
    var impatient = Visitor.request(url).timeout(Duration.ofMillis(300)).build();
    assertThatThrownBy(() -> HttpClient.newHttpClient().send(impatient, BodyHandlers.discarding()))
        .isInstanceOf(HttpTimeoutException.class);
    scalekit.keys().fail(KeysFault.DRIP);
    var dripping = Visitor.request(url).build();
    var answer = HttpClient.newHttpClient().send(dripping, BodyHandlers.ofInputStream());
    try (var body = answer.body()) {
      assertThat(body.readNBytes(3)).asString().isBlank();
    }
    scalekit.keys().fail(KeysFault.NONE);
    assertThat(keys()).hasSize(1);
    assertThat(scalekit.keys().fetches()).isEqualTo(7);
  }

  @Test
  void a_successor_goes_on_with_the_keys_of_one_that_was_closed() {
    var first = ScalekitStandIn.builder().start();
    first.close();
    int port = URI.create(first.environmentUrl()).getPort();
    try (var second = ScalekitStandIn.builder().port(port).keys(first.keys()).start()) {
      assertThat(get(second.environmentUrl() + "/keys").body()).contains(first.keys().currentKid());
      assertThat(second.keys().currentKid()).isEqualTo(first.keys().currentKid());
    }
  }

  @Test
  void a_registered_client_is_public_and_known() {
    var registered =
        visitor.register("{\"client_name\":\"A\",\"redirect_uris\":[\"http://localhost:7/cb\"]}");

    assertThat(registered.statusCode()).isEqualTo(201);
    assertThat(registered.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(json(registered))
        .containsEntry("client_name", "A")
        .containsEntry("token_endpoint_auth_method", "none")
        .containsEntry("resource_id", scalekit.resourceId())
        .doesNotContainKey("client_secret");
    String id = Visitor.string(registered, "client_id");
    assertThat(id).matches("m2m_\\d{18}");
    assertThat(
            visitor
                .authorize("client_id", id, "redirect_uri", "http://localhost:9/cb")
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/cb",
        "http://[::1]:5/cb",
        "com.example.app:/cb",
        "vscode://x/cb"
      })
  void acceptable_redirect_uris_are_registered(String uri) {
    assertThat(visitor.register("{\"redirect_uris\":[\"" + uri + "\"]}").statusCode())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/cb",
        "http://127.0.0.1.example.com/",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://example.com/#f",
        "https://u:p@example.com/",
        "/relative",
        "https:///x",
        ""
      })
  void dangerous_redirect_uris_are_refused(String uri) {
    var refused = visitor.register("{\"redirect_uris\":[\"" + uri + "\"]}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused)).containsEntry("error", "invalid_redirect_uri");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"redirect_uris\":[]}",
        "{\"redirect_uris\":[1]}",
        "{\"redirect_uris\":[null]}",
        "nonsense"
      })
  void a_registration_without_redirect_uris_is_refused(String body) {
    assertThat(visitor.register(body).statusCode()).isEqualTo(400);
  }

  @Test
  void a_foreign_host_is_misdirected() throws IOException {
    assertThat(rawStatus("Host: attacker.example")).contains(" 421 ");
    assertThat(rawStatus("Host: " + URI.create(scalekit.environmentUrl()).getAuthority()))
        .contains(" 200 ");
  }

  @Test
  void a_large_body_is_refused() {
    assertThat(visitor.register("x".repeat(100_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void browsers_may_call_the_interfaces_from_anywhere_but_not_the_pages() {
    var preflight =
        Visitor.send(
            Visitor.request(visitor.issuer() + "/oauth/token")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("content-type");

    var page =
        Visitor.request(visitor.issuer() + "/oauth/consent")
            .method("OPTIONS", BodyPublishers.noBody());
    assertThat(Visitor.send(page).statusCode()).isEqualTo(405);
  }

  @Test
  void a_wrong_method_is_named() {
    assertThat(get(visitor.issuer() + "/oauth/token").headers().firstValue("Allow"))
        .contains("POST");
  }

  @Test
  void it_is_gone_when_closed() {
    scalekit.close();

    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .send(
                        Visitor.request(scalekit.environmentUrl()).build(),
                        BodyHandlers.discarding()))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void a_bounded_map_forgets_its_oldest_entry() {
    var map = new BoundedMap<Integer>(2);
    map.put("a", 1);
    map.put("b", 2);
    map.put("c", 3);

    assertThat(map.size()).isEqualTo(2);
    assertThat(map.get("a")).isEmpty();
    assertThat(map.take("c")).contains(3);
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> keys() {
    return (List<Map<String, Object>>) json(get(scalekit.environmentUrl() + "/keys")).get("keys");
  }

  private String rawStatus(String host) throws IOException {
    var address = URI.create(scalekit.environmentUrl());
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      String request = "GET /keys HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .findFirst()
          .orElse("");
    }
  }
}
