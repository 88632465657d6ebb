package dev.gatehouse.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.server.Beside;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The smallest call. */
final class Ping {
  static final String BODY = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
  private static final HttpClient HTTP = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  private Ping() {}

  static HttpResponse<String> post(URI url, String token) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(url)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(BODY))
            .build(),
        BodyHandlers.ofString());
  }

  // On a busy machine the first token may come before the issuer's keys: 503, come again.
  static void assertAnswers(URI url) throws Exception {
    int status = post(url, Beside.token()).statusCode();
    for (int i = 0; i < 60 && status == 503; i++) {
      Thread.sleep(500);
      status = post(url, Beside.token()).statusCode();
    }
    assertThat(status).isEqualTo(200);
  }
}
