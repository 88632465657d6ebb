package dev.gatehouse.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The company project of {@code src/it/orders}, as its own Maven builds it, on each server. */
class OrdersIT {
  private static final Path WAR =
      Path.of(System.getProperty("test.projects"), "orders", "target", "orders.war");
  private static Values values;
  private static ServerProcess process;

  @BeforeAll
  static void deploy() throws Exception {
    Values free = Beside.values();
    String base = "http://127.0.0.1:" + free.port();
    values = free.at(base + "/orders/mcp", "/orders");
    Server server = Beside.install(values);
    server.takeConfigurationWithEjbs();
    server.deploy(WAR);
    process = server.start();
    process.awaitStatus(URI.create(values.mcpUrl()), 401, Duration.ofMinutes(3));
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  private static HttpResponse<String> call(String tool, String arguments, String... scopes)
      throws IOException, InterruptedException {
    HttpRequest call = Gatehouse.toolCall(tool, arguments).build();
    HttpResponse<String> answer = null;
    // On a busy machine the first token may come before the issuer's keys: 503, come again.
    for (int i = 0; i < 60 && (answer == null || answer.statusCode() == 503); i++) {
      answer =
          Gatehouse.send(
              HttpRequest.newBuilder(call, (name, value) -> true)
                  .uri(URI.create(values.mcpUrl()))
                  .header("Authorization", "Bearer " + token(scopes)));
    }
    return answer;
  }

  private static String token(String... scopes) {
    return Beside.issuer().mint().scopes(scopes).sign();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    String root = values.mcpUrl().replaceFirst("/mcp$", "");
    return Gatehouse.send(HttpRequest.newBuilder(URI.create(root + path)));
  }

  @Test
  void a_tool_finds_what_the_company_s_rest_interface_has() throws Exception {
    assertThat(get("/api/orders/1").body()).contains("\"customer\":\"Ada\"");
    assertThat(call("find_order", "{\"number\":1}", "order:read").body())
        .contains("\\\"customer\\\":\\\"Ada\\\"");
    assertThat(call("find_order", "{\"number\":99}", "order:read").body()).contains("No order 99");
  }

  @Test
  void what_a_tool_changes_is_changed_in_the_ejb() throws Exception {
    String placed =
        call("place_order", "{\"customer\":\"Joan\",\"article\":\"Clock\"}", "order:write").body();
    assertThat(placed).contains("Joan");
    assertThat(get("/api/orders").body()).contains("Joan");
  }

  @Test
  void without_its_scope_a_tool_is_refused_by_name() throws Exception {
    HttpResponse<String> refused = call("place_order", "{}", "order:read");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Gatehouse.challenge(refused)).contains("scope=\"order:read order:write\"");
  }

  @Test
  void the_company_s_page_is_its_own() throws Exception {
    assertThat(get("/").body()).contains("Acme orders");
    assertThat(
            Gatehouse.send(
                    HttpRequest.newBuilder(URI.create(values.mcpUrl().replace("/mcp", "/api/mcp")))
                        .POST(BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(404);
    assertThat(get("/mcp/landing").statusCode()).isEqualTo(200);
  }
}
