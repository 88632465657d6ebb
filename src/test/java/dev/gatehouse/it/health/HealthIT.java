package dev.gatehouse.it.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.standin.KeysFault;
import dev.gatehouse.support.standin.ScalekitStandIn;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * As the operator deploys it; on Liberty, an application that is configured and absent counts too.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(Lifecycle.PER_CLASS)
class HealthIT {
  private final ScalekitStandIn issuer = Beside.newIssuer();
  private ServerProcess process;
  private URI health;

  /** Started while the issuer has no keys to show. */
  @BeforeAll
  void start() throws Exception {
    issuer.keys().fail(KeysFault.EMPTY);
    Values values = Beside.values(issuer);
    health = Server.health(values);
    Server server = Beside.install(values);
    server.deploy(Path.of(System.getProperty("test.war")));
    process = server.start();
    process.awaitStatus(URI.create(values.mcpUrl()), 401, Duration.ofMinutes(4));
  }

  @AfterAll
  void stop() {
    process.close();
    issuer.close();
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
    issuer.keys().fail(KeysFault.NONE);

    JsonObject data = awaitReady().getJsonObject("data");

    assertThat(data.getString("keys")).startsWith("1, read ");
    assertThat(data.getString("issuer")).isEqualTo("as configured");
    assertThat(data.getString("tools")).isEqualTo("5");
  }

  @Test
  @Order(3)
  void it_stays_ready_while_the_issuer_is_down() throws Exception {
    awaitReady();
    issuer.keys().fail(KeysFault.SERVER_ERROR);

    assertThat(get("/ready").statusCode()).isEqualTo(200);
  }

  // Keys are read at most every ten seconds, and the first examination takes its time.
  private JsonObject awaitReady() throws Exception {
    for (int i = 0; i < 120; i++) {
      if (get("/ready").statusCode() == 200) {
        return check("/ready", "gatehouse-ready");
      }
      Thread.sleep(500);
    }
    throw new AssertionError("It did not get ready: " + get("/ready").body());
  }

  private JsonObject check(String path, String name) throws Exception {
    return Gatehouse.json(get(path)).getJsonArray("checks").getValuesAs(JsonObject.class).stream()
        .filter(check -> check.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(health + path)).timeout(Duration.ofSeconds(30)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
