package dev.gatehouse.it.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.SwitchedOn;
import dev.gatehouse.support.standin.TokenMint;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A server whose administrators' resources are switched on. */
@TestInstance(Lifecycle.PER_CLASS)
class DoctorIT {
  private ServerProcess process;
  private URI url;

  @BeforeAll
  void start() throws Exception {
    SwitchedOn server = SwitchedOn.server();
    process = server.process();
    url = URI.create(server.values().mcpUrl()).resolve("/admin/doctor");
  }

  @Test
  void the_log_has_a_line_for_what_is_wrong_and_none_for_the_rest() throws Exception {
    String log = process.awaitOutput("Doctor, scopes:", Duration.ofMinutes(6));

    assertThat(log).contains("The issuer does not list [mcp:admin]");
    assertThat(log).doesNotContain("Doctor, issuer", "Doctor, keys");
  }

  @Test
  void strangers_and_other_callers_do_not_see_the_findings() throws Exception {
    HttpResponse<String> stranger = get("");
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(Gatehouse.challenge(stranger)).contains("resource_metadata=");

    HttpResponse<String> caller = get(mint().scopes("todo:read", "todo:write").sign());
    assertThat(caller.statusCode()).isEqualTo(403);
    assertThat(Gatehouse.challenge(caller)).contains("insufficient_scope", "scope=\"mcp:admin\"");
  }

  @Test
  void an_administrator_sees_what_was_found_within_the_last_minute() throws Exception {
    process.awaitOutput("Doctor, scopes:", Duration.ofMinutes(6));
    String administrator = mint().scopes("mcp:admin").sign();
    HttpResponse<String> first = get(administrator);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
    JsonObject report = Gatehouse.json(first);
    assertThat(Gatehouse.json(get(administrator)).getString("time"))
        .isEqualTo(report.getString("time"));
    assertThat(report.getString("summary")).contains("problems: 1, warnings: ");
    assertThat(report.getJsonArray("findings").getValuesAs(JsonObject.class))
        .hasSizeGreaterThan(15)
        .filteredOn(finding -> finding.getString("state").equals("problem"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.getString("check")).isEqualTo("scopes");
              assertThat(finding.getString("message")).contains("mcp:admin", "mcp.admin.enabled");
            });
  }

  @Test
  void a_refused_token_is_explained_to_the_operator_and_not_to_the_caller() throws Exception {
    HttpResponse<String> refused = get(mint().audience(List.of("res_of_somebody_else")).sign());
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(Gatehouse.challenge(refused) + refused.body())
        .contains("The access token was issued for another audience")
        .doesNotContain("res_");

    HttpResponse<String> caller = get(mint().scopes("todo:read").sign());
    assertThat(caller.statusCode()).isEqualTo(403);

    assertThat(process.awaitOutput("granted are", Duration.ofMinutes(6)))
        .contains("WRONG_AUDIENCE: aud is [res_of_somebody_else], accepted are [res_")
        .contains("needed are [mcp:admin], granted are [todo:read]");
  }

  // For this server, not for the one that Arquillian runs.
  private TokenMint mint() {
    return Beside.issuer()
        .mint()
        .audience(List.of(url.resolve("/mcp").toString(), Beside.issuer().resourceId()));
  }

  private HttpResponse<String> get(String token) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Duration.ofMinutes(1));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
