package dev.gatehouse.it.deployment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Ends TLS in front of a server, as an operator's proxy does. */
final class TlsProxy implements AutoCloseable {
  // Those of one connection, and what Java's client sets itself.
  private static final Set<String> HOP =
      Set.of(
          "connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings");

  private final HttpsServer web;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private final int behind;

  TlsProxy(SSLContext tls, int behind) throws IOException {
    this.behind = behind;
    web = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    web.setHttpsConfigurator(new HttpsConfigurator(tls));
    web.setExecutor(threads);
    web.createContext("/", this::forward);
    web.start();
  }

  /** What clients know the server by. */
  String address() {
    return "https://127.0.0.1:" + web.getAddress().getPort();
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + behind + exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      exchange.getRequestHeaders().forEach((name, values) -> add(request, name, values));
      HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
      answer.headers().map().forEach((name, values) -> add(exchange, name, values));
      exchange.sendResponseHeaders(answer.statusCode(), 0);
      answer.body().transferTo(exchange.getResponseBody());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void add(HttpRequest.Builder request, String name, List<String> values) {
    if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
      values.forEach(value -> request.header(name, value));
    }
  }

  private static void add(HttpExchange exchange, String name, List<String> values) {
    if (!HOP.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
      exchange.getResponseHeaders().put(name, values);
    }
  }

  @Override
  public void close() {
    web.stop(0);
    threads.shutdownNow();
  }
}
