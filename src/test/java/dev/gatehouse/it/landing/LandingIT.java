package dev.gatehouse.it.landing;

import static dev.gatehouse.support.client.Gatehouse.request;
import static dev.gatehouse.support.client.Gatehouse.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.client.NodeClients;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.tools.Wars;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Deployed
@Order(Wars.SHIPPED)
class LandingIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.shipped();
  }

  private static HttpResponse<String> open() throws Exception {
    return send(request("/").header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
  }

  @Test
  void a_browser_gets_a_page_with_the_address_and_a_status() throws Exception {
    HttpResponse<String> page = open();

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringWhitespace("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains("<code>" + Gatehouse.url("/mcp") + "</code>", "<b>Status</b>")
        .doesNotContain("create_todo", "todo:write", "{{");
  }

  @Test
  void it_turns_ready_by_what_the_server_learns_by_itself() throws Exception {
    // The doctor looks a few seconds after the deployment.
    for (int i = 0; i < 120 && !open().body().contains("class=\"status ready\""); i++) {
      Thread.sleep(500);
    }
    assertThat(open().body()).contains("class=\"status ready\"");
  }

  @Test
  void it_runs_nothing_but_its_own_and_tells_nobody_where_people_go() throws Exception {
    HttpHeaders headers = open().headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; ")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/index.html", "/nothing", "/nothing/at/all", "/landing.css"})
  void what_is_not_there_is_still_answered_in_json(String path) throws Exception {
    HttpResponse<String> answer = send(request(path).header("Accept", "text/html"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Gatehouse.json(answer).getJsonObject("error").getString("message"))
        .isEqualTo("Not Found");
  }

  @Test
  void it_can_only_be_read() throws Exception {
    HttpResponse<String> answer = send(request("/").POST(BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(Gatehouse.json(answer).getJsonObject("error").getString("message"))
        .isEqualTo("Method Not Allowed");
    HttpResponse<String> head = send(request("/").method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void the_endpoint_and_the_metadata_are_where_they_were() throws Exception {
    assertThat(send(request("/mcp").header("Accept", "text/html")).statusCode()).isEqualTo(401);
    assertThat(send(request("/.well-known/oauth-protected-resource/mcp")).body())
        .startsWith("{\"authorization_servers\"");
  }

  @Test
  void under_a_name_that_was_bent_to_this_address_there_is_no_page() throws Exception {
    URI url = Gatehouse.url("/");
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(30_000);
      String request =
          "GET / HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 403").contains("This Host is not allowed");
    }
  }

  @Test
  void in_a_browser_it_is_quiet_readable_and_asks_nobody_else() throws Exception {
    Path pictures =
        Files.createDirectories(Path.of(System.getProperty("test.instance") + "-landing"));
    String output =
        NodeClients.install()
            .run(
                "landing.mjs",
                Map.of(
                    "LANDING_URL", Gatehouse.url("/").toString(),
                    "MCP_URL", Gatehouse.url("/mcp").toString(),
                    "PICTURES", pictures.toString()));
    System.out.println(output);
    assertThat(pictures.resolve("dark.png")).isNotEmptyFile();
  }
}
