package dev.gatehouse.support.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes requests that are meant for this server, in bounded size, to their routes. */
final class FrontDoor implements HttpHandler {
  private static final int BODY_LIMIT = 64 * 1024;
  private static final int DRAIN_LIMIT = 1024 * 1024;
  private static final int QUERY_LIMIT = 8 * 1024;
  private static final int SILENT_LIMIT = 64;
  private static final int MOST_DROPS = 300;

  private final Map<String, Route> routes;
  private final Set<String> hosts;
  private final Deque<HttpExchange> silent = new ArrayDeque<>();

  FrontDoor(int port, Map<String, Route> routes) {
    this.routes = Map.copyOf(routes);
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Answer answer = Answer.text(500, "500 internal server error");
    try {
      answer = answer(exchange);
    } finally {
      // Also after an error, which the server then reports, somebody waits for an answer.
      if (answer == Answer.SILENCE) {
        keepSilent(exchange);
      } else if (answer == Answer.DRIPPING) {
        drip(exchange);
      } else {
        send(exchange, answer);
      }
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    // A page of a foreign name that resolves to 127.0.0.1 must not talk to this server.
    if (!hosts.contains(String.valueOf(exchange.getRequestHeaders().getFirst("Host")))) {
      return Answer.text(421, "421 misdirected request");
    }
    Route route = routes.get(exchange.getRequestURI().getRawPath());
    if (route == null) {
      return Answer.text(404, "404 page not found");
    }
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    if (query.length() > QUERY_LIMIT) {
      return Answer.text(414, "414 uri too long");
    }
    byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
    if (body.length > BODY_LIMIT) {
      exchange.getRequestBody().skip(DRAIN_LIMIT);
      return Answer.text(413, "413 content too large");
    }
    var call = new Call(Parameters.parse(query), exchange.getRequestHeaders(), body);
    return route.answer(exchange.getRequestMethod(), call);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    try {
      var headers = exchange.getResponseHeaders();
      headers.set("X-Content-Type-Options", "nosniff");
      answer.headers().forEach(headers::set);
      boolean bodiless = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
      if (!bodiless) {
        exchange.getResponseBody().write(answer.body());
      }
    } finally {
      exchange.close();
    }
  }

  private static void drip(HttpExchange exchange) throws IOException {
    try {
      exchange.sendResponseHeaders(200, 0);
      for (int i = 0; i < MOST_DROPS; i++) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
        Thread.sleep(100);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private synchronized void keepSilent(HttpExchange exchange) {
    silent.add(exchange);
    if (silent.size() > SILENT_LIMIT) {
      silent.remove().close();
    }
  }
}
