package dev.gatehouse.security.jwks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jose4j.lang.JoseException;

/**
 * Reads the JWK Set over HTTP, in bounded size, and in bounded time whatever the other side sends
 * or holds back; docs/adr/0001 tells why not with one of the JDK's HTTP clients.
 */
final class JwksDownload {
  private static final int MOST_BYTES = 512 * 1024;

  private final Supplier<IssuerRoute> way;
  private final Duration limit;

  JwksDownload(URI url, Duration limit) {
    this(() -> IssuerRoute.to(url), limit);
  }

  /** The way is asked for at each reading. */
  JwksDownload(Supplier<IssuerRoute> way, Duration limit) {
    this.way = way;
    this.limit = limit;
  }

  /** No reading takes longer, once the address of the host is known. */
  Duration limit() {
    return limit;
  }

  /** An IOException for every answer without a usable key. */
  KeySet read(Set<String> algorithms) throws IOException {
    KeySet keys = parse(text(), algorithms);
    if (keys.entries().isEmpty()) {
      throw new IOException("The answer has no usable key");
    }
    return keys;
  }

  private static KeySet parse(String json, Set<String> algorithms) throws IOException {
    try {
      return KeySet.parse(json, algorithms);
    } catch (JoseException junk) {
      throw new IOException("The answer is not a JWK Set", junk);
    }
  }

  // The socket under TLS is closed, not TLS itself: its goodbye might wait for the other side.
  private String text() throws IOException {
    IssuerRoute route = way.get();
    try (DeadlineSocket plain = route.connect(limit)) {
      Socket socket = route.secured(plain);
      socket.getOutputStream().write(route.request());
      HttpAnswer answer = HttpAnswer.read(new BufferedInputStream(socket.getInputStream()));
      if (answer.status() != 200) {
        throw new IOException("HTTP status " + answer.status());
      }
      return answer.text(MOST_BYTES);
    }
  }
}
