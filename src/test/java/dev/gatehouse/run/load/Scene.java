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
import java.util.Optional;

/** What all clients share; a request is sent to the balancer, judged and counted here. */
record Scene(Cluster cluster, Tally tally, Ledger ledger) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  Issuer issuer() {
    return cluster.issuer;
  }

  /** Sends a message; the answer, or nothing when there was none. */
  Optional<Answer> send(Kind kind, Token token, Message message) throws InterruptedException {
    return send(kind, token, message.to(cluster.url, token.text()));
  }

  Optional<Answer> send(Kind kind, Token token, HttpRequest request) throws InterruptedException {
    long sent = System.nanoTime();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      Answer answer =
          new Answer(kind, sent, response.statusCode(), response.headers(), response.body());
      judge(answer, token);
      return Optional.of(answer);
    } catch (IOException lost) {
      lost(kind, sent, lost);
      return Optional.empty();
    }
  }

  /** Counts it, and says so if the moment does not allow it. */
  void judge(Answer answer, Token token) {
    String name = answer.kind().name();
    boolean byNode = !answer.node().isEmpty();
    tally.count(name, answer.status() + (byNode ? "" : " of the balancer"));
    cluster.store.answered(answer.kind().needsData(), answer.sent(), answer.status());
    if (byNode && answer.status() == 503 && !answer.has("Retry-After")) {
      tally.wrong(name, answer.node() + " answered 503 without Retry-After");
    }
    if (!answer.kind().expected().contains(answer.status()) && !isExcused(answer, token)) {
      tally.wrong(
          name,
          "%s answered %d: %s"
              .formatted(byNode ? answer.node() : "the balancer", answer.status(), answer.body()));
    }
  }

  private boolean isExcused(Answer answer, Token token) {
    Optional<Node> node = cluster.node(answer.node());
    if (node.isEmpty()) {
      return answer.status() >= 502 && cluster.wasShakenSince(answer.sent());
    }
    boolean noData =
        answer.status() == 503
            && answer.kind().needsData()
            && cluster.store.wasAwaySince(answer.sent());
    return noData || issuer().excuses(answer.status(), token, answer.sent(), node.get());
  }

  /** The connection ended, as it may when a node dies. */
  void lost(Kind kind, long sent, IOException how) {
    tally.count(kind.name(), "no answer");
    if (!cluster.wasShakenSince(sent)) {
      tally.wrong(kind.name(), "no answer: " + how);
    }
  }

  /** Whether a call that began then may have come to nothing, as far as it needs data or a node. */
  boolean mayFail(long since) {
    return cluster.wasShakenSince(since) || cluster.store.wasAwaySince(since);
  }

  /** The result of a request that must have one, in JSON or as the last event of a stream. */
  Optional<JsonObject> result(Optional<Answer> answer) {
    return answer.filter(Answer::isGood).flatMap(this::read);
  }

  private Optional<JsonObject> read(Answer answer) {
    String body = answer.body();
    int last = body.startsWith("{") ? 0 : body.lastIndexOf("\ndata:") + "\ndata:".length();
    try {
      JsonObject result = json(body.substring(last)).getJsonObject("result");
      if (result != null && !result.getBoolean("isError", false)) {
        return Optional.of(result);
      }
    } catch (RuntimeException unreadable) {
      // As wrong as any other answer.
    }
    // The status of a stream left before the database did.
    boolean noData = answer.kind().needsData() && cluster.store.wasAwaySince(answer.sent());
    if (!noData || !body.contains("try again")) {
      tally.wrong(answer.kind().name(), answer.node() + ": not a result: " + body);
    }
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
