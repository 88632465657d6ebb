package dev.gatehouse.support.standin;

import static dev.gatehouse.support.standin.Visitor.json;
import static dev.gatehouse.support.standin.Visitor.location;
import static dev.gatehouse.support.standin.Visitor.string;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page on which a person signs in and decides. */
class StandInConsentTest {
  private static ScalekitStandIn scalekit;
  private static Visitor visitor;

  @BeforeAll
  static void start() {
    scalekit = ScalekitStandIn.builder().publicClient(Visitor.CLIENT, Visitor.REDIRECT_URI).start();
    visitor = new Visitor(scalekit);
  }

  @AfterAll
  static void stop() {
    scalekit.close();
  }

  @Test
  void the_page_names_the_client_its_host_and_the_scopes() {
    var page = visitor.authorize("scope", "todo:read offline_access");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            Visitor.CLIENT,
            "<strong>127.0.0.1</strong>",
            "<code>todo:read</code>",
            "<code>offline_access</code>")
        .contains("Allow", "Deny", "not for production", "alice", "bob")
        .doesNotContain("todo:write");
  }

  @Test
  void the_page_runs_no_scripts_and_is_not_framed_or_stored() {
    var headers = visitor.authorize().headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("form-action", "unsafe");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void allow_leads_to_a_token_of_the_user_who_signed_in() {
    var page = visitor.authorize("scope", "openid email");
    var answer = visitor.decide(page, "allow", "bob", "bob");
    assertThat(answer.statusCode()).isEqualTo(303);

    var tokens = visitor.redeem(location(answer).first("code"));
    assertThat(Witness.claims(string(tokens, "access_token")))
        .containsEntry("sub", User.BOB.id())
        .containsEntry("oid", User.BOB.organization());
    assertThat(Witness.claims(string(tokens, "id_token")))
        .containsEntry("email", "bob@example.com");
  }

  @Test
  void deny_needs_no_password_and_gives_access_denied() {
    var answer = visitor.decide(visitor.authorize(), "deny", "", "");

    assertThat(location(answer).first("error")).isEqualTo("access_denied");
    assertThat(location(answer).first("iss")).isEqualTo(visitor.issuer());
    assertThat(location(answer).has("code")).isFalse();
  }

  @Test
  void a_wrong_password_shows_the_page_again_with_another_request_id() {
    var page = visitor.authorize();
    var again = visitor.decide(page, "allow", "alice", "bob");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("do not belong together");
    assertThat(Visitor.requestId(again)).isNotEqualTo(Visitor.requestId(page));
    assertThat(location(visitor.decide(again, "allow", "alice", "alice")).has("code")).isTrue();
  }

  @Test
  void a_wrong_password_keeps_the_name_and_nothing_of_the_password() {
    var page = visitor.authorize();
    assertThat(page.body()).contains("value=\"\"").doesNotContain("role=\"alert\"");

    var again = visitor.decide(page, "allow", "alice", "not hers");

    assertThat(again.body())
        .contains("name=\"username\" value=\"alice\"", "role=\"alert\"")
        .containsPattern("(?s)name=\"password\"[^>]* autofocus>")
        .doesNotContain("not hers");
  }

  @Test
  void a_name_is_text_and_not_markup() {
    var again =
        visitor.decide(visitor.authorize(), "allow", "\"><script>'&{request}</script>", "x");

    assertThat(again.body())
        .contains("value=\"&quot;&gt;&lt;script&gt;&#39;&amp;{request}&lt;/script&gt;\"")
        .doesNotContain("<script");
  }

  @Test
  void one_button_is_primary_and_it_is_the_one_that_enter_presses() {
    String page = visitor.authorize().body();

    assertThat(page).containsOnlyOnce("class=\"primary\"");
    assertThat(page.substring(page.indexOf("<button")))
        .startsWith("<button class=\"primary\" name=\"decision\" value=\"allow\">");
  }

  @Test
  void each_field_has_a_label_and_nothing_is_loaded_from_elsewhere() {
    String page = visitor.authorize().body();

    assertThat(page).contains("<label for=\"username\">", " id=\"username\" ");
    assertThat(page).contains("<label for=\"password\">", " id=\"password\" ");
    assertThat(page)
        .contains("prefers-color-scheme: dark")
        .doesNotContain(" src=", "@import", "url(", "<script", " style=");
  }

  @Test
  void a_page_is_good_for_one_decision() {
    var page = visitor.authorize();
    visitor.decide(page, "allow", "alice", "alice");

    assertThat(visitor.decide(page, "allow", "alice", "alice").statusCode()).isEqualTo(400);
  }

  @Test
  void a_form_from_another_site_is_refused() {
    String id = Visitor.requestId(visitor.authorize());
    var answer =
        Visitor.send(
            Visitor.request(visitor.issuer() + "/oauth/consent")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(
                    BodyPublishers.ofString(
                        "decision=allow&username=alice&password=alice&request=" + id)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void what_a_client_calls_itself_is_text_and_not_markup() {
    var registered =
        visitor.register(
            "{\"client_name\":\"<script>'&{scopes}\",\"redirect_uris\":[\""
                + Visitor.REDIRECT_URI
                + "\"]}");
    var page = visitor.authorize("client_id", string(registered, "client_id"));

    assertThat(page.body()).contains("&lt;script&gt;&#39;&amp;{scopes}").doesNotContain("<script");
  }

  @Test
  void consent_may_be_limited_to_some_scopes() {
    try (var limited =
        ScalekitStandIn.builder()
            .autoApprove(true)
            .publicClient(Visitor.CLIENT, Visitor.REDIRECT_URI)
            .start()) {
      limited.grantableScopes("todo:read");
      var client = new Visitor(limited);

      var tokens = client.redeem(client.code("scope", "todo:write todo:read offline_access"));
      assertThat(json(tokens)).containsEntry("scope", "todo:read offline_access");
    }
  }
}
