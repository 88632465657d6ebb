package dev.gatehouse.it.security;

import static dev.gatehouse.support.client.Gatehouse.challenge;
import static dev.gatehouse.support.client.Gatehouse.send;
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
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A server whose issuer has no keys to show at first, and fails in every way afterwards; on
 * Liberty, an application that is configured and absent counts for the health too. The tests have
 * an order, since the server remembers keys for as long as it lives.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(Lifecycle.PER_CLASS)
class IssuerOutageIT {
  // Of its own, since its faults would be those of every other test.
  private final ScalekitStandIn issuer = Beside.newIssuer();
  private ServerProcess process;
  private URI health;
  private URI url;

  @BeforeAll
  void start() throws Exception {
    issuer.keys().fail(KeysFault.EMPTY);
    Values values = Beside.values(issuer);
    url = URI.create(values.mcpUrl());
    health = Server.health(values);
    Server server = Beside.install(values);
    server.deploy(Path.of(System.getProperty("test.war")));
    process = server.start();
    process.awaitStatus(url, 401, Duration.ofMinutes(4));
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
  void an_outage_at_boot_is_told_apart_from_a_bad_token() throws Exception {
    issuer.keys().fail(KeysFault.SERVER_ERROR);
    HttpResponse<String> atBoot = list(token());
    assertThat(atBoot.statusCode()).isEqualTo(503);
    assertThat(atBoot.headers().firstValue("Retry-After")).isPresent();
    assertThat(challenge(atBoot)).isEmpty();
  }

  @Test
  @Order(3)
  void it_is_ready_once_the_keys_are_known() throws Exception {
    issuer.keys().fail(KeysFault.NONE);

    JsonObject data = awaitReady().getJsonObject("data");

    assertThat(data.getString("keys")).startsWith("1, read ");
    assertThat(data.getString("issuer")).isEqualTo("as configured");
    assertThat(data.getString("tools")).isEqualTo("5");
  }

  @Test
  @Order(4)
  void it_stays_ready_while_the_issuer_is_down() throws Exception {
    awaitReady();
    issuer.keys().fail(KeysFault.SERVER_ERROR);

    assertThat(get("/ready").statusCode()).isEqualTo(200);
  }

  @Test
  @Order(5)
  void an_outage_is_told_apart_from_a_bad_token_and_a_rotation_heals_it() throws Exception {
    issuer.keys().fail(KeysFault.NONE);
    await(200, token());
    String known = token();

    for (KeysFault fault : List.of(KeysFault.HTML, KeysFault.HANG)) {
      issuer.keys().fail(fault);
      await(503, issuer.mint().kid("snk_ghost").sign());
      assertThat(list(known).statusCode()).isEqualTo(200);
    }

    issuer.keys().fail(KeysFault.NONE);
    issuer.keys().rotateKeepingOld();
    await(200, token());
    assertThat(list(known).statusCode()).isEqualTo(200);
    issuer.keys().rotate();
    await(200, token());
    assertThat(list(known).statusCode()).isEqualTo(401);
  }

  @Test
  @Order(6)
  void forged_key_ids_do_not_flood_the_issuer() throws Exception {
    issuer.keys().fail(KeysFault.NONE);
    await(200, token());
    long before = issuer.keys().fetches();
    for (int i = 0; i < 30; i++) {
      list(issuer.mint().kid("snk_" + i).sign());
    }
    assertThat(issuer.keys().fetches() - before).isLessThanOrEqualTo(2);
  }

  private String token() {
    return issuer.mint().scopes("todo:read", "todo:write").sign();
  }

  private HttpResponse<String> list(String token) throws Exception {
    return send(Gatehouse.list().uri(url).header("Authorization", "Bearer " + token));
  }

  // At most one fetch in ten seconds, so a healed issuer is seen after that at the latest.
  private void await(int status, String token) throws Exception {
    for (int i = 0; i < 60; i++) {
      if (list(token).statusCode() == status) {
        return;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("The server did not come to answer " + status);
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

  // WildFly answers for itself alone until it is up, which is after the first requests.
  private JsonObject check(String path, String name) throws Exception {
    Optional<JsonObject> found = find(path, name);
    for (int i = 0; i < 60 && found.isEmpty(); i++) {
      Thread.sleep(500);
      found = find(path, name);
    }
    return found.orElseThrow();
  }

  private Optional<JsonObject> find(String path, String name) throws Exception {
    return Gatehouse.json(get(path)).getJsonArray("checks").getValuesAs(JsonObject.class).stream()
        .filter(check -> check.getString("name").equals(name))
        .findFirst();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(health + path)).timeout(Duration.ofSeconds(30)));
  }
}
