package dev.gatehouse.diagnostics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.config.Settings;
import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.security.token.InvalidTokenException.Reason;
import dev.gatehouse.support.standin.ScalekitStandIn;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A web on this machine with an issuer and a public URL, both good until something is changed. */
final class Lab implements AutoCloseable {
  static final String RESOURCE_ID = "res_123456789012345678";
  static final String METADATA =
      "/resources/" + RESOURCE_ID + "/.well-known/oauth-authorization-server";
  static final String INSERTED = "/.well-known/oauth-authorization-server/resources/" + RESOURCE_ID;
  static final String KEYS = "/keys";
  static final String PUBLIC = "/.well-known/oauth-protected-resource/mcp";
  static final String ENDPOINT = "/mcp";

  /** An answer; a status below 0 is silence. */
  record Reply(int status, Map<String, String> headers, String body) {
    static Reply of(int status, String body) {
      return new Reply(status, Map.of(), body);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BoundedHttpClient http = new BoundedHttpClient();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final Map<String, String> userAgents = new ConcurrentHashMap<>();
  final Map<String, String> properties = new HashMap<>();
  final ObservedRequests traffic = new ObservedRequests();
  final Map<Reason, String> refused = new HashMap<>();
  List<String> toolScopes = List.of("todo:read", "todo:write");
  List<String> offered = toolScopes;
  int tools = 5;
  DiagnosticInput.Data data = new DiagnosticInput.Data(false, true, "none, data is in memory");
  Clock clock = Clock.systemUTC();
  Duration limit = Duration.ofSeconds(20);

  Lab(ScalekitStandIn model) {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    properties.put("scalekit.environment.url", url());
    properties.put("scalekit.resource.id", RESOURCE_ID);
    properties.put("mcp.url", url() + "/mcp");
    copy(model, METADATA);
    copy(model, KEYS);
    reply(INSERTED, replies.get(METADATA));
    reply(PUBLIC, Reply.of(200, "{\"resource\":\"" + url() + "/mcp\"}"));
    String challenge = "Bearer realm=\"OAuth\", resource_metadata=\"" + url() + PUBLIC + "\"";
    reply(ENDPOINT, new Reply(401, Map.of("WWW-Authenticate", challenge), "{}"));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String issuer() {
    return url() + "/resources/" + RESOURCE_ID;
  }

  String userAgent(String path) {
    return userAgents.get(path);
  }

  void reply(String path, Reply reply) {
    replies.put(path, reply);
  }

  void reply(String path, int status, String body) {
    reply(path, Reply.of(status, body));
  }

  /** Changes the issuer's metadata at all its places. */
  void metadata(UnaryOperator<String> change) {
    for (String path : List.of(METADATA, INSERTED)) {
      reply(path, 200, change.apply(replies.get(path).body()));
    }
  }

  void everywhere(int status, String body) {
    reply(METADATA, status, body);
    reply(INSERTED, status, body);
  }

  Settings settings() {
    return Settings.load(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(properties, "lab", 200))
            .build());
  }

  Report examine() {
    DiagnosticInput patient = new DiagnosticInput(settings(), toolScopes, offered, tools, data);
    return new DiagnosticRun(patient, traffic, this::lately, http, limit, clock).run();
  }

  private Optional<String> lately(Reason reason) {
    return Optional.ofNullable(refused.get(reason));
  }

  private void copy(ScalekitStandIn model, String path) {
    try {
      var request = HttpRequest.newBuilder(URI.create(model.environmentUrl() + path)).build();
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      reply(path, answer.statusCode(), answer.body().replace(model.environmentUrl(), url()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String probe = exchange.getRequestHeaders().getFirst(ObservedRequests.PROBE);
    userAgents.put(path, new ArrayList<>(exchange.getRequestHeaders().get("User-Agent")).get(0));
    if (probe != null && arrival != null) {
      traffic.probed(probe, arrival);
    }
    Reply reply = replies.getOrDefault(path, Reply.of(404, "404 page not found"));
    if (reply.status() < 0) {
      return;
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** How the proxy in front passes the doctor's request on. */
  ObservedRequests.Arrival arrival;

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    http.close();
  }
}
