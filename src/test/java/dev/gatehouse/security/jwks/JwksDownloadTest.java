package dev.gatehouse.security.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.gatehouse.security.token.Mint;
import dev.gatehouse.support.standin.DocumentHost;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeout only ends a test that hangs, in a read as a rule, which no interrupt ends. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class JwksDownloadTest {
  private static final Set<String> RS256 = Set.of("RS256");
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(10);

  private static SSLContext tls;

  @BeforeAll
  static void makeCertificate(@TempDir Path directory) throws Exception {
    try (DocumentHost host = new DocumentHost(directory)) {
      tls = host.tls();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', H",
    "'HTTP/1.1 200 ', x",
    "'HTTP/1.1 103 Early Hints\r\n\r\n', 'HTTP/1.1 103 Early Hints\r\n\r\n'",
    "'HTTP/1.1 200 OK\r\nX-Drip: ', x",
    "'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n', ' '",
    "'HTTP/1.1 200 OK\r\n\r\n', ' '",
    "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=', x",
    "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n', ' '",
    "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\n \r\n'"
  })
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

  private static void assertLeftInTime(RawServer server, String scheme) throws Exception {
    JwksDownload download =
        new JwksDownload(() -> route(server.url(scheme), Optional.empty()), SHORT);
    assertThatIOException()
        .isThrownBy(() -> download.read(RS256))
        .isInstanceOf(SocketTimeoutException.class);
    server.awaitLeft();
  }

  @Test
  void every_framing_of_an_answer_is_read() throws Exception {
    String keys = KeyServer.jwks(Mint.KEY);
    String half = keys.substring(0, 100);
    String rest = keys.substring(100);
    for (String answer :
        List.of(
            OK + "Content-Length: " + keys.length() + "\r\n\r\n" + keys + "more",
            OK + "content-length:" + keys.length() + "\n\n" + keys,
            OK + "\r\n" + keys,
            "HTTP/1.0 200\r\n\r\n" + keys,
            "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK + "\r\n" + keys,
            CHUNKED
                + "64;name=value\r\n"
                + half
                + "\r\n"
                + Integer.toHexString(rest.length()).toUpperCase()
                + " \r\n"
                + rest
                + "\r\n0\r\nTrailer: x\r\n\r\n")) {
      try (RawServer server = RawServer.answering(answer)) {
        assertThat(new JwksDownload(server.url("http"), LONG).read(RS256).entries()).hasSize(1);
      }
    }
  }

  @Test
  void the_request_is_one_that_every_server_understands() throws Exception {
    try (RawServer server = RawServer.answering("HTTP/1.1 404 Not Found\r\n\r\n")) {
      URI url = URI.create("http://127.0.0.1:" + server.port() + "/a%20b/keys?v=1&w=%C3%A9");

      assertThatIOException()
          .isThrownBy(() -> new JwksDownload(url, LONG).read(RS256))
          .withMessage("HTTP status 404");

      assertThat(server.request().strip().lines())
          .containsExactly(
              "GET /a%20b/keys?v=1&w=%C3%A9 HTTP/1.1",
              "Host: 127.0.0.1:" + server.port(),
              "Accept: application/json",
              "User-Agent: gatehouse",
              "Connection: close");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK\r\nNo-Colon\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 524289\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"keys\":",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100000000\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n  \r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n  "
      })
  void an_answer_that_is_no_http_or_breaks_off_is_refused(String answer) throws Exception {
    assertRefused(answer);
  }

  @Test
  void an_answer_of_any_size_but_the_right_one_is_refused() throws Exception {
    assertRefused(OK + "X: " + "x".repeat(8 * 1024));
    assertRefused(OK + "X: x\r\n".repeat(101) + "\r\n");
    assertRefused(OK + "\r\n" + " ".repeat(512 * 1024 + 1));
    assertRefused(CHUNKED + ("10000\r\n" + " ".repeat(64 * 1024) + "\r\n").repeat(8) + "1\r\n ");
  }

  private static void assertRefused(String answer) throws IOException {
    try (RawServer server = RawServer.answering(answer)) {
      assertThatIOException()
          .isThrownBy(() -> new JwksDownload(server.url("http"), LONG).read(RS256))
          .isNotInstanceOf(SocketTimeoutException.class)
          .extracting(Throwable::getMessage)
          .asString()
          .startsWith("The answer ");
    }
  }

  @Test
  void a_server_with_a_certificate_for_its_name_is_trusted_and_no_other() throws Exception {
    String answer = OK + "\r\n" + KeyServer.jwks(Mint.KEY);
    try (RawServer server = RawServer.answering(tls.getServerSocketFactory(), answer)) {
      URI otherName = URI.create("https://localhost:" + server.port() + "/keys");

      assertThat(reading(server.url("https"), Optional.empty()).entries()).hasSize(1);
      assertThatIOException()
          .isThrownBy(() -> reading(otherName, Optional.empty()))
          .isInstanceOf(SSLException.class);
      assertThatIOException()
          .isThrownBy(() -> new JwksDownload(server.url("https"), LONG).read(RS256))
          .isInstanceOf(SSLException.class);
    }
  }

  @Test
  void the_proxy_of_the_JVM_leads_to_an_issuer_under_TLS() throws Exception {
    String answer = OK + "\r\n" + KeyServer.jwks(Mint.KEY);
    try (RawServer server = RawServer.answering(tls.getServerSocketFactory(), answer);
        TunnelProxy proxy = new TunnelProxy(server.port())) {
      // Only the proxy knows the way to this port.
      URI url = URI.create("https://127.0.0.1/keys");

      assertThat(reading(url, proxyAt(proxy.port())).entries()).hasSize(1);
      assertThat(proxy.request().lines())
          .startsWith("CONNECT 127.0.0.1:443 HTTP/1.1", "Host: 127.0.0.1:443");
    }
  }

  @Test
  void an_issuer_on_this_machine_is_asked_without_a_proxy() throws Exception {
    String answer = OK + "\r\n" + KeyServer.jwks(Mint.KEY);
    try (RawServer server = RawServer.answering(answer);
        RawServer proxy = RawServer.answering("HTTP/1.1 502 Not here\r\n\r\n")) {
      assertThat(reading(server.url("http"), proxyAt(proxy.port())).entries()).hasSize(1);
    }
  }

  @Test
  void a_proxy_that_says_no_is_told_from_the_issuer() throws Exception {
    try (RawServer refusing = RawServer.answering("HTTP/1.1 407 Who are you?\r\n\r\n")) {
      assertThatIOException()
          .isThrownBy(() -> reading(URI.create("https://127.0.0.1/keys"), proxyAt(refusing.port())))
          .withMessage("HTTP status 407 from the proxy");
    }
  }

  @Test
  void a_proxy_that_drips_is_left_in_time() throws Exception {
    try (RawServer dripping = RawServer.dripping("HTTP/1.1 200 ", "x")) {
      URI url = URI.create("https://127.0.0.1/keys");
      JwksDownload download = new JwksDownload(() -> route(url, proxyAt(dripping.port())), SHORT);

      assertThatIOException()
          .isThrownBy(() -> download.read(RS256))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static Optional<ProxySelector> proxyAt(int port) {
    return Optional.of(ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", port)));
  }

  private static KeySet reading(URI url, Optional<ProxySelector> proxies) throws IOException {
    return new JwksDownload(() -> route(url, proxies), LONG).read(RS256);
  }

  private static IssuerRoute route(URI url, Optional<ProxySelector> proxies) {
    return new IssuerRoute(url, tls.getSocketFactory(), proxies);
  }
}
