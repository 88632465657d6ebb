package dev.gatehouse.run.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What all clients share; a request is sent, judged and counted here. */
record Scene(Node survivor, Node sibling, Issuer issuer, Tally tally, Ledger ledger) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  static final Set<Integer> OK = Set.of(200);

  List<Node> nodes() {
    return List.of(survivor, sibling);
  }

  /** Sends a message; the answer, or nothing when there was none. */
  Optional<HttpResponse<String>> send(
      String kind, Node node, Token token, Message message, Set<Integer> expected)
      throws InterruptedException {
    return send(kind, node, token, message.to(node.url, token.text()), expected);
  }

  Optional<HttpResponse<String>> send(
      String kind, Node node, Token token, HttpRequest request, Set<Integer> expected)
      throws InterruptedException {
    long sent = System.nanoTime();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      judge(kind, node, token, sent, response, expected);
      return Optional.of(response);
    } catch (IOException lost) {
      lost(kind, node, sent, lost);
      return Optional.empty();
    }
  }

  private void judge(
      String kind,
      Node node,
      Token token,
      long sent,
      HttpResponse<String> response,
      Set<Integer> expected) {
    int status = response.statusCode();
    tally.count(kind, String.valueOf(status));
    if (status == 503 && response.headers().firstValue("Retry-After").isEmpty()) {
      tally.wrong(kind, "503 without Retry-After");
    }
    if (!expected.contains(status) && !issuer.excuses(status, token, sent, node)) {
      tally.wrong(kind, "%s answered %d: %s".formatted(node.name, status, response.body()));
    }
  }

  /** The connection ended; only those to a node that was killed may. */
  void lost(String kind, Node node, long sent, IOException how) {
    tally.count(kind, "no answer");
    if (!node.wasDeadSince(sent)) {
      tally.wrong(kind, node.name + " gave no answer: " + how);
    }
  }

  /** The result of a request that must have one, in JSON or as the last event of a stream. */
  Optional<JsonObject> result(String kind, Optional<HttpResponse<String>> response) {
    if (response.isEmpty() || response.get().statusCode() != 200) {
      return Optional.empty();
    }
    String body = response.get().body();
    int last = body.startsWith("{") ? 0 : body.lastIndexOf("\ndata:") + "\ndata:".length();
    try (var reader = Json.createReader(new StringReader(body.substring(last)))) {
      JsonObject result = reader.readObject().getJsonObject("result");
      if (result != null && !result.getBoolean("isError", false)) {
        return Optional.of(result);
      }
    } catch (RuntimeException unreadable) {
      // As wrong as any other answer.
    }
    tally.wrong(kind, "not a result: " + body);
    return Optional.empty();
  }

  /** The text of a tool's result. */
  static String text(JsonObject result) {
    return result.getJsonArray("content").getJsonObject(0).getString("text");
  }

  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
