package dev.gatehouse.it.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** What the company's clients and ours send to its WAR. */
final class Guest {
  private Guest() {}

  // Without HTTP/2: Liberty leaves a welcome page unanswered if the request offers to upgrade.
  private static HttpRequest.Builder request(String path) {
    return Gatehouse.request(CompanyWar.CONTEXT + path).version(HttpClient.Version.HTTP_1_1);
  }

  /** A client of the company asks for this path below the context root. */
  static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path);
    return Gatehouse.send(headers.length == 0 ? request : request.headers(headers));
  }

  /** An MCP client sends a call of the company's tool. */
  static HttpResponse<String> call(String path, String token)
      throws IOException, InterruptedException {
    return call(path, "findOrder", token);
  }

  /** The same with another tool. */
  static HttpResponse<String> call(String path, String tool, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder call = Gatehouse.toolCall(tool, "{\"number\":7}");
    HttpRequest sent = call.build();
    HttpRequest.Builder moved =
        HttpRequest.newBuilder(sent, (name, value) -> true)
            .uri(Gatehouse.url(CompanyWar.CONTEXT + path));
    return Gatehouse.send(
        token.isEmpty() ? moved : moved.header("Authorization", "Bearer " + token));
  }

  static HttpResponse<String> post(String path, String body) throws Exception {
    return Gatehouse.send(request(path).POST(BodyPublishers.ofString(body)));
  }

  /** That the endpoint is there with everything that leads to it. */
  static void assertServed(String endpoint) throws Exception {
    HttpResponse<String> stranger = call(endpoint, "");
    assertThat(stranger.statusCode()).isEqualTo(401);
    String challenge = Gatehouse.challenge(stranger);
    assertThat(challenge).contains("scope=\"todo:read\"");
    String metadata = challenge.replaceFirst(".*resource_metadata=\"([^\"]+)\".*", "$1");
    HttpResponse<String> read = Gatehouse.send(HttpRequest.newBuilder(URI.create(metadata)));
    assertThat(read.body())
        .contains("\"resource\":\"" + Gatehouse.url(CompanyWar.CONTEXT + endpoint));
    assertThat(call(endpoint, Gatehouse.token()).body()).contains("order 7");
  }

  /** That nothing of this answer is ours. */
  static void assertForeign(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("jsonrpc", "Gatehouse", "gatehouse");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
  }
}
