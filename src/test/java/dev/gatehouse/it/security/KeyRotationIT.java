package dev.gatehouse.it.security;

import static dev.gatehouse.support.client.Gatehouse.challenge;
import static dev.gatehouse.support.client.Gatehouse.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.standin.KeysFault;
import dev.gatehouse.support.standin.ScalekitStandIn;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Deployed
class KeyRotationIT {

  // Of its own, since its faults would be those of every other test.
  private static final ScalekitStandIn ISSUER = Beside.newIssuer();

  @Deployment(testable = false)
  static WebArchive war() {
    return Gatehouse.war()
        .addAsResource(
            // Above the environment, which names the usual one.
            new StringAsset(
                "config_ordinal=500\nscalekit.environment.url=" + ISSUER.environmentUrl() + "\n"),
            "META-INF/microprofile-config.properties");
  }

  private static String token() {
    return ISSUER.mint().scopes("todo:read", "todo:write").sign();
  }

  @AfterAll
  static void close() {
    ISSUER.close();
  }

  @AfterEach
  void heal() {
    ISSUER.keys().fail(KeysFault.NONE);
  }

  // First, and one test, since the server remembers keys for as long as it lives.
  @Test
  @Order(1)
  void an_outage_is_told_apart_from_a_bad_token_and_a_rotation_heals_it() throws Exception {
    ISSUER.keys().fail(KeysFault.SERVER_ERROR);
    HttpResponse<String> atBoot = list(token());
    assertThat(atBoot.statusCode()).isEqualTo(503);
    assertThat(atBoot.headers().firstValue("Retry-After")).isPresent();
    assertThat(challenge(atBoot)).isEmpty();

    ISSUER.keys().fail(KeysFault.NONE);
    awaitOk(token());
    String known = token();

    for (KeysFault fault : List.of(KeysFault.HTML, KeysFault.HANG)) {
      ISSUER.keys().fail(fault);
      await(503, ISSUER.mint().kid("snk_ghost").sign());
      assertThat(list(known).statusCode()).isEqualTo(200);
    }

    ISSUER.keys().fail(KeysFault.NONE);
    ISSUER.keys().rotateKeepingOld();
    awaitOk(token());
    assertThat(list(known).statusCode()).isEqualTo(200);
    ISSUER.keys().rotate();
    awaitOk(token());
    assertThat(list(known).statusCode()).isEqualTo(401);
  }

  @Test
  @Order(2)
  void forged_key_ids_do_not_flood_the_issuer() throws Exception {
    awaitOk(token());
    long before = ISSUER.keys().fetches();
    for (int i = 0; i < 30; i++) {
      list(ISSUER.mint().kid("snk_" + i).sign());
    }
    assertThat(ISSUER.keys().fetches() - before).isLessThanOrEqualTo(2);
  }

  // At most one fetch in ten seconds, so a healed issuer is seen after that at the latest.
  private static void awaitOk(String token) throws Exception {
    await(200, token);
  }

  private static void await(int status, String token) throws Exception {
    for (int i = 0; i < 60; i++) {
      if (list(token).statusCode() == status) {
        return;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("The server did not come to answer " + status);
  }
}
