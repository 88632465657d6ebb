package dev.gatehouse.support.standin;

import static dev.gatehouse.support.standin.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients whose id is the address of their description. */
class StandInClientDocumentTest {
  @TempDir static Path directory;
  private static DocumentHost web;
  private static String address;
  private static ScalekitStandIn scalekit;
  private static Visitor visitor;

  @BeforeAll
  static void start() throws Exception {
    web = new DocumentHost(directory);
    address = web.address();
    scalekit = ScalekitStandIn.builder().autoApprove(true).clientDocuments(web.tls(), true).start();
    visitor = new Visitor(scalekit);
  }

  @AfterAll
  static void stop() {
    scalekit.close();
    web.close();
  }

  @Test
  void a_document_makes_a_client_without_registration() {
    serve(200, description(address, ""));
    var tokens = visitor.redeem(visitor.code("client_id", address), "client_id", address);

    assertThat(Witness.claims(Visitor.string(tokens, "access_token")))
        .containsEntry("client_id", address);
  }

  @Test
  void the_redirect_uri_must_be_in_the_document() {
    serve(200, description(address, ""));

    assertThat(
            visitor
                .authorize("client_id", address, "redirect_uri", "https://example.com/")
                .statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {}",
        "200 | []",
        "200 | no json",
        "200 | {\"client_id\":1}",
        "404 | {}",
        "302 | {}",
      })
  void what_is_not_a_description_is_refused(int answer, String body) {
    serve(answer, body);

    assertRefused(address);
  }

  @Test
  void a_redirect_is_not_followed_and_an_error_is_not_read() {
    serve(302, description(address, ""));
    assertRefused(address);
    serve(500, description(address, ""));
    assertRefused(address);
  }

  @Test
  void the_description_of_another_client_is_refused() {
    serve(200, description(address + "?", ""));

    assertRefused(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"client_secret\":\"x\"",
        ",\"token_endpoint_auth_method\":\"client_secret_basic\""
      })
  void a_document_cannot_hold_a_secret(String more) {
    serve(200, description(address, more));

    assertRefused(address);
  }

  @Test
  void a_long_document_is_given_up() {
    serve(200, description(address, ",\"padding\":\"" + "x".repeat(100_000) + "\""));

    assertRefused(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1",
        "https://u@127.0.0.1/x",
        "https://127.0.0.1/x#y",
        "https://127.0.0.1/a/../b",
        "https:///x"
      })
  void an_address_that_is_not_plain_is_refused(String id) {
    assertRefused(id);
  }

  @Test
  void only_a_navigation_makes_the_server_fetch() {
    serve(200, description(address, ""));
    String url = visitor.authorize("client_id", address).request().uri().toString();

    assertThat(Visitor.send(Visitor.request(url).header("Sec-Fetch-Dest", "image")).statusCode())
        .isEqualTo(400);
    assertThat(
            location(Visitor.send(Visitor.request(url).header("Sec-Fetch-Dest", "document")))
                .has("code"))
        .isTrue();
  }

  @Test
  void a_private_address_is_refused_unless_a_test_allows_it() {
    serve(200, description(address, ""));
    try (var careful =
        ScalekitStandIn.builder().autoApprove(true).clientDocuments(web.tls(), false).start()) {
      assertThat(new Visitor(careful).authorize("client_id", address).body())
          .contains("not on a public host");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "198.18.0.1",
        "192.0.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::"
      })
  void addresses_inside_networks_are_not_public(String literal) throws Exception {
    assertThat(PublicAddress.is(InetAddress.getByName(literal))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
  void addresses_of_the_internet_are_public(String literal) throws Exception {
    assertThat(PublicAddress.is(InetAddress.getByName(literal))).isTrue();
  }

  private static void serve(int answer, String body) {
    web.serve(answer, body);
  }

  private static String description(String clientId, String more) {
    return "{\"client_id\":\"%s\",\"client_name\":\"A\",\"redirect_uris\":[\"%s\"]%s}"
        .formatted(clientId, Visitor.REDIRECT_URI, more);
  }

  private static void assertRefused(String clientId) {
    var response = visitor.authorize("client_id", clientId);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("invalid_client_metadata_url");
  }
}
