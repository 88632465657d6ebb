package dev.gatehouse.outbound;

import static dev.gatehouse.outbound.BoundedHttpClient.MOST_AT_ONCE;
import static dev.gatehouse.outbound.HostileAnswers.CHUNKED;
import static dev.gatehouse.outbound.HostileAnswers.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.gatehouse.support.standin.DocumentHost;
import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeout only ends a test that hangs; no test looks at the time it takes. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class BoundedHttpClientTest {
  private static final String BODY = "{\"keys\":\"%s\"}".formatted("k".repeat(200));
  private static final URI BEHIND_A_PROXY = URI.create("https://127.0.0.1/keys");
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(10);

  private static SSLContext tls;

  private final List<BoundedHttpClient> clients = new ArrayList<>();
  private final BoundedHttpClient http = closedLater(Clients.trusting(tls));

  @BeforeAll
  static void makeCertificate(@TempDir Path directory) throws Exception {
    try (DocumentHost host = new DocumentHost(directory)) {
      tls = host.tls();
    }
  }

  @AfterEach
  void close() {
    clients.forEach(BoundedHttpClient::close);
  }

  private BoundedHttpClient closedLater(BoundedHttpClient client) {
    clients.add(client);
    return client;
  }

  private BoundedHttpClient through(int proxyPort) {
    return closedLater(Clients.trusting(tls, proxyPort));
  }

  private static Response get(BoundedHttpClient client, URI url) throws IOException {
    return client.get(url, Map.of(), LONG);
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.outbound.HostileAnswers#dripping")
  void a_server_that_drips_is_left_in_time(String start, String drop) throws Exception {
    try (RawServer server = RawServer.dripping(start, drop)) {
      assertLeftInTime(server, "http");
    }
    try (RawServer server = RawServer.dripping(tls.getServerSocketFactory(), start, drop)) {
      assertLeftInTime(server, "https");
    }
  }

  @Test
  void a_server_that_drips_its_side_of_the_handshake_is_left_in_time() throws Exception {
    try (RawServer server = RawServer.dripping("\u0016\u0003\u0003\u0040\u0000", "x")) {
      assertLeftInTime(server, "https");
    }
  }

  private void assertLeftInTime(RawServer server, String scheme) throws Exception {
    assertThatIOException()
        .isThrownBy(() -> http.get(server.url(scheme), Map.of(), SHORT))
        .isInstanceOf(SocketTimeoutException.class);
    server.awaitLeft();
  }

  @Test
  void a_caller_waits_no_longer_even_if_the_way_is_never_found() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    BoundedHttpClient lost =
        closedLater(
            Clients.through(
                url -> {
                  try {
                    never.await();
                  } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                  }
                  throw new IllegalStateException("too late");
                }));
    assertThatIOException()
        .isThrownBy(() -> lost.get(BEHIND_A_PROXY, Map.of(), SHORT))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void every_framing_of_an_answer_is_read() throws Exception {
    String half = BODY.substring(0, 100);
    String rest = BODY.substring(100);
    for (String answer :
        List.of(
            OK + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY + "more",
            OK + "content-length:" + BODY.length() + "\n\n" + BODY,
            OK + "\r\n" + BODY,
            "HTTP/1.0 200\r\n\r\n" + BODY,
            "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK + "\r\n" + BODY,
            CHUNKED
                + "64;name=value\r\n"
                + half
                + "\r\n"
                + Integer.toHexString(rest.length()).toUpperCase()
                + " \r\n"
                + rest
                + "\r\n0\r\nTrailer: x\r\n\r\n")) {
      try (RawServer server = RawServer.answering(answer)) {
        Response response = get(http, server.url("http"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(BODY);
      }
    }
  }

  @Test
  void an_answer_may_have_512_KiB() throws Exception {
    String body = "x".repeat(512 * 1024);
    try (RawServer server = RawServer.answering(OK + "\r\n" + body)) {
      assertThat(get(http, server.url("http")).body()).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.outbound.HostileAnswers#refused")
  void an_answer_that_is_no_http_breaks_off_or_has_no_end_is_refused(String answer) {
    try (RawServer server = RawServer.answering(answer)) {
      assertThatIOException()
          .isThrownBy(() -> get(http, server.url("http")))
          .isNotInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 302, 304, 307, 308, 401, 404, 407, 429, 500, 503})
  void every_status_is_an_answer_that_leads_nowhere_else(int status) throws Exception {
    String fields =
        "Location: http://127.0.0.1:1/\r\nRetry-After: 0\r\nContent-Length: 0\r\n"
            + "WWW-Authenticate: Basic realm=\"x\"\r\nWWW-Authenticate: second\r\n\r\n";
    try (RawServer server = RawServer.answering("HTTP/1.1 " + status + " x\r\n" + fields)) {
      Response response = get(http, server.url("http"));
      assertThat(response.status()).isEqualTo(status);
      assertThat(response.headers())
          .containsEntry("location", "http://127.0.0.1:1/")
          .containsEntry("www-authenticate", "Basic realm=\"x\"");
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void the_request_is_one_that_every_server_understands() throws Exception {
    try (RawServer server = RawServer.answering("HTTP/1.1 404 Not Found\r\n\r\n")) {
      URI url = URI.create("http://127.0.0.1:" + server.port() + "/a%20b/keys?v=1&w=%C3%A9");

      get(http, url);
      assertThat(server.request().strip().lines())
          .startsWith("GET /a%20b/keys?v=1&w=%C3%A9 HTTP/1.1")
          .containsExactlyInAnyOrder(
              "GET /a%20b/keys?v=1&w=%C3%A9 HTTP/1.1",
              "Host: 127.0.0.1:" + server.port(),
              "Accept: application/json",
              "User-Agent: gatehouse",
              "Connection: close");

      http.post(url, Map.of("Accept", "text/plain", "User-Agent", ""), LONG);
      assertThat(server.request().strip().lines())
          .startsWith("POST /a%20b/keys?v=1&w=%C3%A9 HTTP/1.1")
          .contains("Accept: text/plain", "User-Agent: ", "Content-Length: 2")
          .contains("Content-Type: application/json");
    }
  }

  @Test
  void a_server_that_would_keep_the_connection_is_left_with_its_answer() throws Exception {
    try (RawServer server = RawServer.keeping(OK + "Content-Length: 2\r\n\r\n{}")) {
      assertThat(get(http, server.url("http")).body()).isEqualTo("{}");
      server.awaitLeft();
    }
  }

  @Test
  void threads_end_after_their_requests() throws Exception {
    try (RawServer server = RawServer.answering(OK + "\r\n{}")) {
      get(http, server.url("http"));
    }
    while (Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("gatehouse-outbound"))) {
      Thread.sleep(50);
    }
  }

  @Test
  void requests_that_hang_do_not_pile_up_and_end_with_the_client() throws Exception {
    try (RawServer silent = RawServer.keeping("")) {
      List<FutureTask<Response>> callers = new ArrayList<>();
      for (int i = 0; i < MOST_AT_ONCE; i++) {
        callers.add(new FutureTask<>(() -> get(http, silent.url("http"))));
        new Thread(callers.get(i)).start();
      }
      while (silent.requests() < MOST_AT_ONCE) {
        Thread.sleep(20);
      }
      assertThat(callers).noneMatch(FutureTask::isDone);
      assertThatIOException()
          .isThrownBy(() -> get(http, silent.url("http")))
          .withMessage("Too many requests wait for their answers");
      http.close();
      for (FutureTask<Response> caller : callers) {
        assertThatExceptionOfType(ExecutionException.class)
            .isThrownBy(caller::get)
            .withCauseInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void a_server_with_a_certificate_for_its_name_is_trusted_and_no_other() throws Exception {
    try (RawServer server = RawServer.answering(tls.getServerSocketFactory(), OK + "\r\n{}")) {
      URI otherName = URI.create("https://localhost:" + server.port() + "/keys");
      BoundedHttpClient ofTheJvm = closedLater(new BoundedHttpClient());

      assertThat(get(http, server.url("https")).body()).isEqualTo("{}");
      assertThatIOException()
          .isThrownBy(() -> get(http, otherName))
          .isInstanceOf(SSLException.class);
      assertThatIOException()
          .isThrownBy(() -> get(ofTheJvm, server.url("https")))
          .isInstanceOf(SSLException.class);
    }
  }

  @Test
  void a_proxy_leads_to_a_server_under_TLS() throws Exception {
    try (RawServer server = RawServer.answering(tls.getServerSocketFactory(), OK + "\r\n{}");
        TunnelProxy proxy = new TunnelProxy(server.port())) {
      // Only the proxy knows the way to this port.
      assertThat(get(through(proxy.port()), BEHIND_A_PROXY).body()).isEqualTo("{}");
      assertThat(proxy.request().lines())
          .startsWith("CONNECT 127.0.0.1:443 HTTP/1.1", "Host: 127.0.0.1:443");
    }
  }

  @Test
  void a_server_on_this_machine_is_asked_without_a_proxy() throws Exception {
    try (RawServer server = RawServer.answering(OK + "\r\n{}");
        RawServer proxy = RawServer.answering("HTTP/1.1 502 Not here\r\n\r\n")) {
      assertThat(get(through(proxy.port()), server.url("http")).body()).isEqualTo("{}");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 407, 502})
  void a_proxy_that_says_no_is_told_from_the_server(int status) {
    try (RawServer refusing = RawServer.answering("HTTP/1.1 " + status + " No\r\n\r\n{}")) {
      assertThatIOException()
          .isThrownBy(() -> get(through(refusing.port()), BEHIND_A_PROXY))
          .withMessage("HTTP status " + status + " from the proxy");
    }
  }

  @Test
  void a_proxy_that_drips_is_left_in_time() throws Exception {
    try (RawServer dripping = RawServer.dripping("HTTP/1.1 200 ", "x")) {
      assertThatIOException()
          .isThrownBy(() -> through(dripping.port()).get(BEHIND_A_PROXY, Map.of(), SHORT))
          .isInstanceOf(SocketTimeoutException.class);
      dripping.awaitLeft();
    }
  }

  @Test
  void the_proxy_settings_of_the_JVM_hold_with_user_and_password() throws Exception {
    URI url = URI.create("https://issuer.invalid/keys");
    BoundedHttpClient ofTheJvm = closedLater(new BoundedHttpClient());
    try (RawServer proxy = RawServer.answering(asking(407, "Proxy-Authenticate"));
        SystemProperties properties = new SystemProperties()) {
      properties.set("https.proxyHost", "127.0.0.1");
      properties.set("https.proxyPort", String.valueOf(proxy.port()));
      properties.set("https.proxyUser", "u");
      properties.set("https.proxyPassword", "p");
      assertThatIOException()
          .isThrownBy(() -> get(ofTheJvm, url))
          .withMessage("HTTP status 407 from the proxy");
      assertThat(proxy.requests()).isEqualTo(2);
      assertThat(proxy.request().lines())
          .startsWith("CONNECT issuer.invalid:443 HTTP/1.1")
          .contains("Proxy-Authorization: Basic dTpw");

      properties.set("http.nonProxyHosts", "*.invalid");
      assertThatIOException()
          .isThrownBy(() -> get(ofTheJvm, url))
          .isInstanceOf(UnknownHostException.class);
    }
  }

  @Test
  void the_authenticator_of_the_JVM_is_for_proxies_and_for_no_server() throws Exception {
    Authenticator before = Authenticator.getDefault();
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("u", "p".toCharArray());
          }
        });
    try (RawServer proxy = RawServer.answering(asking(407, "Proxy-Authenticate"));
        RawServer server = RawServer.answering(asking(401, "WWW-Authenticate"))) {
      assertThatIOException().isThrownBy(() -> get(through(proxy.port()), BEHIND_A_PROXY));
      assertThat(proxy.request()).contains("Proxy-Authorization: Basic dTpw");

      assertThat(get(http, server.url("http")).status()).isEqualTo(401);
      assertThat(server.requests()).isEqualTo(1);
    } finally {
      Authenticator.setDefault(before);
    }
  }

  private static String asking(int status, String field) {
    return "HTTP/1.1 %d Who?\r\n%s: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"
        .formatted(status, field);
  }
}
