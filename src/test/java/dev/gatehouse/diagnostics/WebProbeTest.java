package dev.gatehouse.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.diagnostics.ProbeAnswer.Answered;
import dev.gatehouse.diagnostics.ProbeAnswer.Failed;
import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.outbound.RawServer;
import dev.gatehouse.support.time.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The timeout only ends a test that hangs; no test looks at the time it takes. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class WebProbeTest {
  private final BoundedHttpClient http = new BoundedHttpClient();

  @AfterEach
  void stop() {
    http.close();
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.outbound.HostileAnswers#dripping")
  void a_server_that_drips_is_cut(String start, String drop) throws Exception {
    try (RawServer server = RawServer.dripping(start, drop)) {
      assertThat(probe(300).get(server.url("http"), Map.of()))
          .isEqualTo(new Failed("there is no answer within 300 ms"));
      server.awaitLeft();
    }
    try (RawServer server = RawServer.dripping(start, drop)) {
      assertThat(probe(300).post(server.url("http"), Map.of()))
          .isEqualTo(new Failed("there is no answer within 300 ms"));
      server.awaitLeft();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.outbound.HostileAnswers#refused")
  void what_is_not_http_is_a_failure_without_its_text(String answer) {
    try (RawServer server = RawServer.answering(answer)) {
      assertThat(probe(60_000).get(server.url("http"), Map.of()))
          .isInstanceOf(Failed.class)
          .asString()
          .startsWith("Failed[why=the connection broke")
          .doesNotContain("hunter2");
    }
  }

  @ParameterizedTest
  @CsvSource({"90", "0", "-3600"})
  void a_date_tells_how_far_the_other_clock_is_ahead(long seconds) {
    MutableClock clock = new MutableClock();
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            clock.instant().plusSeconds(seconds).atOffset(ZoneOffset.UTC));
    assertThat(ahead("Date: " + date, clock)).contains(Duration.ofSeconds(seconds));
    assertThat(ahead("Date: yesterday", clock)).isEmpty();
    assertThat(ahead("X: x", clock)).isEmpty();
  }

  private Optional<Duration> ahead(String header, Clock clock) {
    try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n")) {
      WebProbe web = new WebProbe(http, Duration.ofMinutes(1), clock);
      return ((Answered) web.get(server.url("http"), Map.of())).ahead();
    }
  }

  private WebProbe probe(int millis) {
    return new WebProbe(http, Duration.ofMillis(millis), Clock.systemUTC());
  }
}
