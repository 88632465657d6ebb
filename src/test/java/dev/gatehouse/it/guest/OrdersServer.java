package dev.gatehouse.it.guest;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** A server of its own with the company's orders at {@code /orders}, and clients of both. */
final class OrdersServer implements AutoCloseable {
  private static final Path PROJECTS = Path.of(System.getProperty("test.projects"));
  private static final Path WAR = PROJECTS.resolve("orders/target/orders.war");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Values values;
  private final Server server;
  private ServerProcess process;
  private boolean deployed;

  OrdersServer() throws IOException {
    Values free = Beside.values();
    values = free.at("http://127.0.0.1:" + free.port() + "/orders/mcp", "/orders");
    server = Beside.install(values);
  }

  /** With the configuration that has the whole platform, where the server has several. */
  void startInFull() throws Exception {
    server.takeFullConfiguration();
    start();
  }

  /** With the smallest configuration that has EJBs; false where the server has one for all. */
  boolean startWithEjbs() throws Exception {
    boolean another = server.takeConfigurationWithEjbs();
    if (another) {
      start();
    }
    return another;
  }

  private void start() throws Exception {
    server.addDefaultDataSource(
        Path.of(System.getProperty("test.instance") + "-default-" + values.port(), "default"));
    server.addOpenApi();
    server.deploy(WAR);
    process = server.start();
    process.awaitStatus(endpoint(), 401, PATIENCE);
    deployed = true;
  }

  /** Puts the EAR in the WAR's place; false where the server takes none. */
  boolean deployEar() throws Exception {
    if (!server.canRedeploy()) {
      return false;
    }
    if (deployed) {
      undeploy();
    }
    boolean taken = server.deployEar(PROJECTS.resolve("orders-ear/ear/target/orders.ear"));
    if (taken) {
      process.awaitStatus(endpoint(), 401, PATIENCE);
    }
    return taken;
  }

  /** Whether a WAR can be replaced, and the old one leaves nothing behind. */
  boolean forgetsDeployments() {
    return server.canRedeploy() && server.forgetsDeployments();
  }

  void undeploy() throws Exception {
    server.undeploy();
    process.awaitStatus(endpoint(), 404, PATIENCE);
    deployed = false;
  }

  void redeploy() throws Exception {
    server.deploy(WAR);
    process.awaitStatus(endpoint(), 401, PATIENCE);
    deployed = true;
  }

  ServerProcess process() {
    return process;
  }

  URI endpoint() {
    return URI.create(values.mcpUrl());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return Gatehouse.send(request(path));
  }

  /** Without HTTP/2: Liberty leaves a welcome page unanswered if the request offers to upgrade. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(endpoint().resolve("/orders" + path))
        .version(HttpClient.Version.HTTP_1_1)
        .timeout(Duration.ofMinutes(1));
  }

  /** What the server tells of all REST interfaces in it. */
  HttpResponse<String> openApi() throws IOException, InterruptedException {
    return Gatehouse.send(HttpRequest.newBuilder(endpoint().resolve("/openapi")));
  }

  /** A call by a caller with these scopes. */
  HttpResponse<String> call(String tool, String arguments, String... scopes)
      throws IOException, InterruptedException {
    HttpRequest call = Gatehouse.toolCall(tool, arguments).build();
    String token = Beside.issuer().mint().scopes(scopes).sign();
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(call, (name, value) -> true)
            .uri(endpoint())
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + token);
    HttpResponse<String> answer = Gatehouse.send(sent);
    // On a busy machine the first token may come before the issuer's keys: 503, come again.
    for (int i = 0; i < 60 && answer.statusCode() == 503; i++) {
      Thread.sleep(500);
      answer = Gatehouse.send(sent);
    }
    return answer;
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }
}
