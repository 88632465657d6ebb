package dev.gatehouse.it.guest;

import static dev.gatehouse.it.guest.Guest.assertForeign;
import static dev.gatehouse.it.guest.Guest.get;
import static dev.gatehouse.it.guest.Guest.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Deployed;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside a company's own JAX-RS application, pages and servlets, which notice nothing. */
@Deployed
class GuestIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return CompanyWar.of("/mcp").addClass(CompanyApplication.class);
  }

  @Test
  void the_tools_of_the_company_are_served() throws Exception {
    Guest.assertServed("/mcp");
  }

  @Test
  void the_metadata_are_also_where_clients_look_without_a_challenge() throws Exception {
    assertThat(get("/.well-known/oauth-protected-resource/mcp").body()).contains("\"resource\"");
    assertThat(get("/.well-known/oauth-protected-resource").body()).contains("\"resource\"");
    assertThat(get("/mcp/.well-known/oauth-protected-resource").body()).contains("\"resource\"");
    assertForeign(get("/.well-known/oauth-protected-resource/other"), 404);
  }

  @Test
  void the_company_s_resources_answer_every_host_and_origin() throws Exception {
    assertThat(get("/api/orders").body()).isEqualTo("all orders");
    assertThat(get("/api/orders", "Host", "api.acme.com").body()).isEqualTo("all orders");
    assertThat(get("/api/orders", "Origin", "https://shop.acme.com").body())
        .isEqualTo("all orders");
    assertThat(post("/api/orders", "one").body()).isEqualTo("added one");
  }

  @Test
  void the_company_s_failures_are_its_own() throws Exception {
    assertForeign(get("/api/orders/broken"), 500);
    assertForeign(get("/api/orders/absent"), 404);
    assertForeign(get("/api/nothing"), 404);
    assertThat(get("/api/orders/unknown").body()).isEqualTo("no such order");
    assertThat(get("/api/orders/gone").body()).isEqualTo("gone for good");
  }

  @Test
  void the_company_s_resources_are_not_reached_around_its_application() throws Exception {
    assertForeign(get("/orders"), 404);
    assertThat(get("/mcp/orders").statusCode()).isEqualTo(404);
  }

  @Test
  void the_company_s_pages_and_servlets_are_its_own() throws Exception {
    assertThat(get("/index.html").body()).contains("The company");
    assertThat(get("/").body()).contains("The company");
    assertThat(get("/style.css").body()).contains("green");
    assertThat(get("/hello").body()).isEqualTo("hello");
    assertThat(get("/api/").body()).isEqualTo("the company's own");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/mcp",
        "/api/dev.gatehouse/mcp",
        "/api/dev.gatehouse/mcp/listen",
        "/api/dev.gatehouse/doctor",
        "/mcp/dev.gatehouse/mcp",
        "/mcp/mcp"
      })
  void what_is_sent_to_the_wrong_application_is_404_and_breaks_nothing(String path)
      throws Exception {
    for (String token : new String[] {"", Gatehouse.token()}) {
      assertThat(Guest.call(path, token).statusCode()).isIn(404, 405);
      assertThat(get(path, "Accept", "text/event-stream").statusCode()).isIn(404, 405);
    }
    Guest.assertServed("/mcp");
  }

  @Test
  void the_page_for_people_is_below_the_endpoint() throws Exception {
    assertThat(get("/mcp/landing").body()).contains(Gatehouse.url("/company/mcp").toString());
  }
}
