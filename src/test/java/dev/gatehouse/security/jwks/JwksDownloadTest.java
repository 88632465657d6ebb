package dev.gatehouse.security.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.outbound.RawServer;
import dev.gatehouse.security.token.Mint;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeout only ends a test that hangs; no test looks at the time it takes. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class JwksDownloadTest {
  private static final Set<String> RS256 = Set.of("RS256");
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final BoundedHttpClient http = new BoundedHttpClient();

  @AfterEach
  void close() {
    http.close();
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.outbound.HostileAnswers#dripping")
  void a_server_that_drips_is_left_in_time(String start, String drop) throws Exception {
    try (RawServer server = RawServer.dripping(start, drop)) {
      assertThatIOException()
          .isThrownBy(() -> read(server, SHORT))
          .isInstanceOf(SocketTimeoutException.class);
      server.awaitLeft();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.outbound.HostileAnswers#refused")
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n<html>Sign in</html>",
        "HTTP/1.1 200 OK\r\n\r\n{\"keys\":[]}",
        "HTTP/1.1 204 No Content\r\n\r\n"
      })
  void what_holds_no_key_is_refused(String answer) {
    try (RawServer server = RawServer.answering(answer)) {
      assertThatIOException()
          .isThrownBy(() -> read(server, LONG))
          .isNotInstanceOf(SocketTimeoutException.class)
          .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain("hunter2"));
    }
  }

  @Test
  void keys_count_under_status_200_only() throws Exception {
    String keys = KeyServer.jwks(Mint.KEY);
    try (RawServer good = RawServer.answering("HTTP/1.1 200 OK\r\n\r\n" + keys);
        RawServer failing = RawServer.answering("HTTP/1.1 404 Not Found\r\n\r\n" + keys)) {
      assertThat(read(good, LONG).entries()).hasSize(1);
      assertThatIOException().isThrownBy(() -> read(failing, LONG)).withMessage("HTTP status 404");
    }
  }

  private KeySet read(RawServer server, Duration limit) throws Exception {
    return new JwksDownload(http, server.url("http"), limit).read(RS256);
  }
}
