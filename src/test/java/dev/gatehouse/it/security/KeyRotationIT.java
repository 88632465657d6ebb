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
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(Lifecycle.PER_CLASS)
class KeyRotationIT {
  // Of its own, since its faults would be those of every other test.
  private final ScalekitStandIn issuer = Beside.newIssuer();
  private ServerProcess process;
  private URI url;

  @BeforeAll
  void start() throws Exception {
    issuer.keys().fail(KeysFault.SERVER_ERROR);
    Values values = Beside.values(issuer);
    url = URI.create(values.mcpUrl());
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

  @AfterEach
  void heal() {
    issuer.keys().fail(KeysFault.NONE);
  }

  private String token() {
    return issuer.mint().scopes("todo:read", "todo:write").sign();
  }

  private HttpResponse<String> list(String token) throws Exception {
    return send(Gatehouse.list().uri(url).header("Authorization", "Bearer " + token));
  }

  // First, and one test, since the server remembers keys for as long as it lives.
  @Test
  @Order(1)
  void an_outage_is_told_apart_from_a_bad_token_and_a_rotation_heals_it() throws Exception {
    HttpResponse<String> atBoot = list(token());
    assertThat(atBoot.statusCode()).isEqualTo(503);
    assertThat(atBoot.headers().firstValue("Retry-After")).isPresent();
    assertThat(challenge(atBoot)).isEmpty();

    issuer.keys().fail(KeysFault.NONE);
    awaitOk(token());
    String known = token();

    for (KeysFault fault : List.of(KeysFault.HTML, KeysFault.HANG)) {
      issuer.keys().fail(fault);
      await(503, issuer.mint().kid("snk_ghost").sign());
      assertThat(list(known).statusCode()).isEqualTo(200);
    }

    issuer.keys().fail(KeysFault.NONE);
    issuer.keys().rotateKeepingOld();
    awaitOk(token());
    assertThat(list(known).statusCode()).isEqualTo(200);
    issuer.keys().rotate();
    awaitOk(token());
    assertThat(list(known).statusCode()).isEqualTo(401);
  }

  @Test
  @Order(2)
  void forged_key_ids_do_not_flood_the_issuer() throws Exception {
    awaitOk(token());
    long before = issuer.keys().fetches();
    for (int i = 0; i < 30; i++) {
      list(issuer.mint().kid("snk_" + i).sign());
    }
    assertThat(issuer.keys().fetches() - before).isLessThanOrEqualTo(2);
  }

  // At most one fetch in ten seconds, so a healed issuer is seen after that at the latest.
  private void awaitOk(String token) throws Exception {
    await(200, token);
  }

  private void await(int status, String token) throws Exception {
    for (int i = 0; i < 60; i++) {
      if (list(token).statusCode() == status) {
        return;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("The server did not come to answer " + status);
  }
}
