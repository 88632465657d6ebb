package dev.gatehouse.health;

import static dev.gatehouse.http.Gatehouse.issuer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.http.Gatehouse;
import dev.gatehouse.server.Ports;
import dev.gatehouse.server.Server;
import dev.gatehouse.standin.KeysFault;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(ArquillianExtension.class)
class HealthIT {
  private static final URI HEALTH = Server.health(Ports.values());

  /** Deployed while the issuer has no keys to show. */
  @Deployment(testable = false)
  static WebArchive war() {
    WebArchive war = Gatehouse.war();
    issuer().keys().fail(KeysFault.EMPTY);
    return war;
  }

  @AfterAll
  static void heal() {
    issuer().keys().fail(KeysFault.NONE);
  }

  @Test
  @Order(1)
  void it_is_alive_and_started_but_not_ready_while_the_keys_are_unknown() throws Exception {
    assertThat(check("/live", "gatehouse-live").getString("status")).isEqualTo("UP");
    JsonObject started = check("/started", "gatehouse-started");
    assertThat(started.getString("status")).isEqualTo("UP");
    assertThat(started.getJsonObject("data").getString("tools")).isEqualTo("5");

    assertThat(get("/ready").statusCode()).isEqualTo(503);
    JsonObject ready = check("/ready", "gatehouse-ready");
    assertThat(ready.getString("status")).isEqualTo("DOWN");
    assertThat(ready.getJsonObject("data").getString("keys")).startsWith("none");
  }

  @Test
  @Order(2)
  void it_is_ready_once_the_keys_are_known() throws Exception {
    issuer().keys().fail(KeysFault.NONE);

    JsonObject data = awaitReady().getJsonObject("data");

    assertThat(data.getString("keys")).startsWith("1, read ");
    assertThat(data.getString("issuer")).isEqualTo("as configured");
    assertThat(data.getString("tools")).isEqualTo("5");
  }

  @Test
  @Order(3)
  void it_stays_ready_while_the_issuer_is_down() throws Exception {
    awaitReady();
    issuer().keys().fail(KeysFault.SERVER_ERROR);

    assertThat(get("/ready").statusCode()).isEqualTo(200);
  }

  // Keys are read at most every ten seconds, and the first examination takes its time.
  private static JsonObject awaitReady() throws Exception {
    for (int i = 0; i < 120; i++) {
      if (get("/ready").statusCode() == 200) {
        return check("/ready", "gatehouse-ready");
      }
      Thread.sleep(500);
    }
    throw new AssertionError("It did not get ready: " + get("/ready").body());
  }

  private static JsonObject check(String path, String name) throws Exception {
    return Gatehouse.json(get(path)).getJsonArray("checks").getValuesAs(JsonObject.class).stream()
        .filter(check -> check.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(HEALTH + path)).timeout(Duration.ofSeconds(30)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
