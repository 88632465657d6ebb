package dev.gatehouse.it.security;

import static dev.gatehouse.support.client.Gatehouse.challenge;
import static dev.gatehouse.support.client.Gatehouse.issuer;
import static dev.gatehouse.support.client.Gatehouse.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.standin.KeysFault;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(ArquillianExtension.class)
class KeyRotationIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return Gatehouse.war();
  }

  @AfterEach
  void heal() {
    issuer().keys().fail(KeysFault.NONE);
  }

  // First, and one test, since the server remembers keys for as long as it lives.
  @Test
  @Order(1)
  void an_outage_is_told_apart_from_a_bad_token_and_a_rotation_heals_it() throws Exception {
    issuer().keys().fail(KeysFault.SERVER_ERROR);
    HttpResponse<String> atBoot = list(Gatehouse.token());
    assertThat(atBoot.statusCode()).isEqualTo(503);
    assertThat(atBoot.headers().firstValue("Retry-After")).isPresent();
    assertThat(challenge(atBoot)).isEmpty();

    issuer().keys().fail(KeysFault.NONE);
    awaitOk(Gatehouse.token());
    String known = Gatehouse.token();

    for (KeysFault fault : List.of(KeysFault.HTML, KeysFault.HANG)) {
      issuer().keys().fail(fault);
      await(503, issuer().mint().kid("snk_ghost").sign());
      assertThat(list(known).statusCode()).isEqualTo(200);
    }

    issuer().keys().fail(KeysFault.NONE);
    issuer().keys().rotateKeepingOld();
    awaitOk(Gatehouse.token());
    assertThat(list(known).statusCode()).isEqualTo(200);
    issuer().keys().rotate();
    awaitOk(Gatehouse.token());
    assertThat(list(known).statusCode()).isEqualTo(401);
  }

  @Test
  @Order(2)
  void forged_key_ids_do_not_flood_the_issuer() throws Exception {
    awaitOk(Gatehouse.token());
    long before = issuer().keys().fetches();
    for (int i = 0; i < 30; i++) {
      list(issuer().mint().kid("snk_" + i).sign());
    }
    assertThat(issuer().keys().fetches() - before).isLessThanOrEqualTo(2);
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
