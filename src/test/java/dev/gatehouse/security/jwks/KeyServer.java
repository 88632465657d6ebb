package dev.gatehouse.security.jwks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.security.token.Mint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/** An issuer's JWKS endpoint on this machine that can also fail in every way we know. */
public final class KeyServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile HttpHandler answer = exchange -> send(exchange, 404, "");

  public KeyServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(threads);
    server.createContext("/keys", this::handle);
    server.createContext("/elsewhere", exchange -> send(exchange, 200, jwks(Mint.KEY)));
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public URI keysUrl() {
    return URI.create(url() + "/keys");
  }

  public int requests() {
    return requests.get();
  }

  public void publish(JsonWebKey... keys) {
    answer(200, jwks(keys));
  }

  public void answer(int status, String body) {
    answer = exchange -> send(exchange, status, body);
  }

  void redirect() {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
          send(exchange, 302, "");
        };
  }

  /** The body comes byte by byte and never ends. */
  void drip() {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write(' ');
              out.flush();
              Thread.sleep(5);
            }
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
        };
  }

  /** A request that has arrived and gets its answer when released. */
  record Held(CountDownLatch arrived, CountDownLatch released) {
    void awaitArrival() throws InterruptedException {
      arrived.await();
    }

    void release() {
      released.countDown();
    }
  }

  Held hold(JsonWebKey... keys) {
    Held held = new Held(new CountDownLatch(1), new CountDownLatch(1));
    answer =
        exchange -> {
          held.arrived.countDown();
          try {
            held.released.await();
            send(exchange, 200, jwks(keys));
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
        };
    return held;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  static String jwks(JsonWebKey... keys) {
    return Arrays.stream(keys)
        .map(key -> key.toJson(OutputControlLevel.PUBLIC_ONLY))
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    answer.handle(exchange);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
