package dev.gatehouse.security.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.outbound.Clients;
import dev.gatehouse.outbound.RawServer;
import dev.gatehouse.security.token.Mint;
import dev.gatehouse.support.time.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeout only ends a test that hangs; no test looks at the time it takes. */
@Timeout(30)
class IssuerKeysTest {
  private static final Set<String> RS256 = Set.of("RS256");

  private final KeyServer server = new KeyServer();
  private final MutableClock clock = new MutableClock();
  private final BoundedHttpClient http = new BoundedHttpClient();
  private final IssuerKeys keys = new IssuerKeys(http, server.keysUrl(), RS256, clock);

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void nothing_is_read_before_a_token_needs_it() throws Exception {
    server.publish(Mint.KEY);
    assertThat(keys.current().entries()).isEmpty();
    assertThat(server.requests()).isZero();

    assertKnown("snk_1");

    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void who_only_wants_to_see_what_is_known_reads_nothing() throws Exception {
    server.publish(Mint.KEY);
    assertThat(keys.seen().usable()).isZero();
    assertKnown("snk_1");

    assertThat(keys.seen().usable()).isEqualTo(1);
    clock.advance(IssuerKeys.OLD);
    assertThat(keys.seen().usable()).isEqualTo(1);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void known_keys_are_read_again_after_ten_minutes() throws Exception {
    server.publish(Mint.KEY);
    assertKnown("snk_1");

    clock.advance(IssuerKeys.OLD.minusSeconds(1));
    assertKnown("snk_1");
    assertThat(server.requests()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    assertKnown("snk_1");

    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void the_key_set_stays_the_same_object_while_the_issuer_has_the_same_keys() throws Exception {
    server.publish(Mint.KEY, Mint.OTHER_KEY);
    KeySet first = having("snk_1");
    server.publish(Mint.OTHER_KEY, Mint.KEY);
    clock.advance(IssuerKeys.OLD);

    assertThat(keys.current()).isSameAs(first);
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void a_new_key_is_picked_up_at_once() throws Exception {
    server.publish(Mint.KEY);
    assertKnown("snk_1");
    clock.advance(IssuerKeys.PAUSE);
    server.publish(Mint.KEY, Mint.OTHER_KEY);

    assertKnown("snk_2");
    assertKnown("snk_1");
  }

  @Test
  void a_dropped_key_is_unknown_after_the_next_reading() throws Exception {
    server.publish(Mint.KEY, Mint.OTHER_KEY);
    assertKnown("snk_1");
    server.publish(Mint.OTHER_KEY);

    clock.advance(IssuerKeys.OLD);

    assertUnknown("snk_1");
    assertKnown("snk_2");
  }

  @Test
  void a_flood_of_unknown_key_ids_reads_once_in_ten_seconds() throws Exception {
    server.publish(Mint.KEY);
    assertKnown("snk_1");
    clock.advance(IssuerKeys.PAUSE);
    for (int i = 0; i < 50; i++) {
      assertUnknown("ghost" + i);
    }
    assertThat(server.requests()).isEqualTo(2);

    clock.advance(IssuerKeys.PAUSE);
    assertUnknown("ghost");

    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void a_flood_during_an_outage_reads_once_in_ten_seconds_too() throws Exception {
    server.publish(Mint.KEY);
    assertKnown("snk_1");
    clock.advance(IssuerKeys.PAUSE);
    server.answer(500, "broken");
    for (int i = 0; i < 50; i++) {
      assertUnavailable("ghost" + i);
    }
    assertThat(server.requests()).isEqualTo(2);

    clock.advance(IssuerKeys.PAUSE);
    assertUnavailable("ghost");

    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void an_issuer_down_at_first_is_noticed_when_it_is_back() throws Exception {
    server.answer(503, "");
    assertUnavailable("snk_1");
    server.publish(Mint.KEY);
    clock.advance(Duration.ofSeconds(4));

    assertThatExceptionOfType(KeysUnavailableException.class)
        .isThrownBy(() -> having("snk_1"))
        .satisfies(down -> assertThat(down.retryAfter()).isEqualTo(Duration.ofSeconds(6)));
    clock.advance(Duration.ofSeconds(6));

    assertKnown("snk_1");
  }

  @Test
  void a_clock_set_back_does_not_stop_the_reading() throws Exception {
    server.answer(503, "");
    assertUnavailable("snk_1");
    server.publish(Mint.KEY);

    clock.advance(Duration.ofDays(-1));

    assertKnown("snk_1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "{\"keys\":null}",
        "{\"keys\":[]}",
        "{\"keys\":\"none\"}",
        "{\"keys\":[1,2]}",
        "{\"keys\":[{\"kty\":\"RSA\"}]}",
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"snk_1\",\"k\":\"AAAA\"}]}",
        "<!doctype html><title>Maintenance</title>"
      })
  void junk_never_replaces_good_keys(String junk) throws Exception {
    server.publish(Mint.KEY);
    assertKnown("snk_1");
    server.answer(200, junk);
    clock.advance(IssuerKeys.OLD);

    assertKnown("snk_1");
    assertThat(server.requests()).isEqualTo(2);
    assertUnavailable("ghost");
  }

  @Test
  void keys_that_nobody_confirmed_for_a_day_are_trusted_no_more() throws Exception {
    server.publish(Mint.KEY);
    assertKnown("snk_1");
    server.answer(200, "{\"keys\":[]}");

    clock.advance(IssuerKeys.TOO_OLD);
    assertKnown("snk_1");
    clock.advance(IssuerKeys.PAUSE);

    assertUnavailable("snk_1");
    assertThat(keys.current().entries()).isEmpty();
    server.publish(Mint.KEY);
    clock.advance(IssuerKeys.PAUSE);
    assertKnown("snk_1");
  }

  @Test
  void keys_are_confirmed_by_each_reading() throws Exception {
    server.publish(Mint.KEY);
    assertKnown("snk_1");
    clock.advance(IssuerKeys.TOO_OLD);
    assertKnown("snk_1");
    server.answer(503, "");

    clock.advance(IssuerKeys.TOO_OLD);

    assertKnown("snk_1");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 206, 300, 401, 404, 500, 503})
  void only_status_200_counts(int status) throws Exception {
    server.publish(Mint.KEY);
    assertKnown("snk_1");
    server.answer(status, status == 204 ? "" : KeyServer.jwks(Mint.OTHER_KEY));
    clock.advance(IssuerKeys.OLD);

    assertKnown("snk_1");
    assertUnavailable("snk_2");
  }

  @Test
  void redirects_are_not_followed() {
    server.redirect();

    assertUnavailable("snk_1");
  }

  @Test
  void an_answer_of_more_than_512_KiB_is_refused() throws Exception {
    server.answer(200, " ".repeat(512 * 1024) + KeyServer.jwks(Mint.KEY));
    assertUnavailable("snk_1");
    server.answer(200, " ".repeat(500 * 1024) + KeyServer.jwks(Mint.KEY));
    clock.advance(IssuerKeys.PAUSE);

    assertKnown("snk_1");
  }

  @Test
  void a_reading_that_fails_in_an_unforeseen_way_is_an_outage_too() throws Exception {
    List<URI> tries = new ArrayList<>();
    BoundedHttpClient broken =
        Clients.through(
            url -> {
              tries.add(url);
              throw new IllegalStateException("no way");
            });
    IssuerKeys unlucky = new IssuerKeys(broken, URI.create("https://127.0.0.1/keys"), RS256, clock);

    assertUnavailable(unlucky, "snk_1");
    assertUnavailable(unlucky, "snk_1");

    assertThat(tries).hasSize(1);
  }

  @Test
  void a_refused_connection_is_an_outage() throws Exception {
    server.publish(Mint.KEY);
    assertKnown("snk_1");
    server.close();
    clock.advance(IssuerKeys.OLD);

    assertKnown("snk_1");
    assertUnavailable("ghost");
  }

  @Test
  void a_server_that_never_answers_is_given_up() {
    IssuerKeys impatient = keysWithin(Duration.ofMillis(200));
    server.hold(Mint.KEY);

    assertUnavailable(impatient, "snk_1");
    assertUnavailable(impatient, "snk_1");
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void a_server_that_drips_its_body_is_given_up() {
    IssuerKeys impatient = keysWithin(Duration.ofMillis(200));
    server.drip();

    assertUnavailable(impatient, "snk_1");
  }

  @Test
  void all_callers_of_an_issuer_that_drips_get_their_answer() throws Exception {
    String start = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=";
    try (RawServer dripping = RawServer.dripping(start, "x")) {
      IssuerKeys impatient =
          new IssuerKeys(
              new JwksDownload(http, dripping.url("http"), Duration.ofMillis(300)), RS256, clock);
      List<FutureTask<KeySet>> callers =
          IntStream.range(0, 10)
              .mapToObj(i -> start(() -> impatient.having(Optional.of("ghost" + i), "RS256")))
              .toList();

      for (FutureTask<KeySet> caller : callers) {
        assertThatExceptionOfType(ExecutionException.class)
            .isThrownBy(caller::get)
            .withCauseInstanceOf(KeysUnavailableException.class);
      }
    }
  }

  @Test
  void callers_with_a_known_key_go_on_while_a_reading_hangs() throws Exception {
    IssuerKeys patient = keysWithin(Duration.ofMinutes(10));
    server.publish(Mint.KEY);
    patient.having(Optional.of("snk_1"), "RS256");
    clock.advance(IssuerKeys.OLD);
    KeyServer.Held held = server.hold(Mint.OTHER_KEY);
    FutureTask<KeySet> reader = start(patient::current);
    held.awaitArrival();

    KeySet meanwhile = patient.having(Optional.of("snk_1"), "RS256");

    assertThat(meanwhile.matching(Optional.of("snk_1"), "RS256")).hasSize(1);
    assertThat(reader).isNotDone();
    held.release();
    assertThat(reader.get().matching(Optional.of("snk_1"), "RS256")).isEmpty();
  }

  @Test
  void callers_with_an_unknown_key_share_the_reading_under_way() throws Exception {
    IssuerKeys patient = keysWithin(Duration.ofMinutes(10));
    KeyServer.Held held = server.hold(Mint.KEY);
    FutureTask<KeySet> first = start(() -> patient.having(Optional.of("snk_1"), "RS256"));
    held.awaitArrival();
    FutureTask<KeySet> second =
        new FutureTask<>(() -> patient.having(Optional.of("snk_1"), "RS256"));
    Thread waiting = new Thread(second);
    waiting.start();
    while (waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }

    held.release();

    assertThat(first.get()).isSameAs(second.get());
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void not_more_than_a_few_callers_wait_for_a_hanging_reading() throws Exception {
    IssuerKeys patient = keysWithin(Duration.ofMinutes(10));
    KeyServer.Held held = server.hold(Mint.KEY);
    FutureTask<KeySet> first = start(() -> patient.having(Optional.of("snk_1"), "RS256"));
    held.awaitArrival();
    List<FutureTask<KeySet>> flood = new ArrayList<>();
    IntStream.range(0, 100)
        .forEach(i -> flood.add(start(() -> patient.having(Optional.of("ghost" + i), "RS256"))));

    while (flood.stream().filter(FutureTask::isDone).count() < 60) {
      Thread.sleep(1);
    }

    assertThat(first).isNotDone();
    held.release();
    assertThat(first.get().entries()).hasSize(1);
    assertThat(server.requests()).isEqualTo(1);
  }

  private IssuerKeys keysWithin(Duration limit) {
    return new IssuerKeys(new JwksDownload(http, server.keysUrl(), limit), RS256, clock);
  }

  private KeySet having(String keyId) throws KeysUnavailableException {
    return keys.having(Optional.of(keyId), "RS256");
  }

  private void assertKnown(String keyId) throws KeysUnavailableException {
    assertThat(having(keyId).matching(Optional.of(keyId), "RS256")).hasSize(1);
  }

  private void assertUnknown(String keyId) throws KeysUnavailableException {
    assertThat(having(keyId).matching(Optional.of(keyId), "RS256")).isEmpty();
  }

  private void assertUnavailable(String keyId) {
    assertUnavailable(keys, keyId);
  }

  private static void assertUnavailable(IssuerKeys keys, String keyId) {
    assertThatExceptionOfType(KeysUnavailableException.class)
        .isThrownBy(() -> keys.having(Optional.of(keyId), "RS256"))
        .satisfies(down -> assertThat(down.retryAfter()).isPositive());
  }

  private static <T> FutureTask<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return task;
  }
}
