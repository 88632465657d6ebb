package dev.gatehouse.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.engine.interaction.Question;
import dev.gatehouse.interaction.Capability;
import dev.gatehouse.interaction.UnansweredException;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.RecordingConnection;
import dev.gatehouse.mcp.legacy.directory.SessionDirectories;
import dev.gatehouse.mcp.legacy.directory.SessionTraits;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerRequestsTest {
  private static final JsonRpcId ONE = new JsonRpcId(Json.createValue(1));

  private static final Duration LONG = Duration.ofHours(1);
  private static final JsonObject NONE = JsonValue.EMPTY_JSON_OBJECT;

  private final Session session =
      new Session(
          "id",
          new SessionTraits("alice", "2025-06-18", ClientCapabilities.none()),
          new EventLog(SessionLimits.of(16), new Kept(Long.MAX_VALUE)),
          SessionDirectories.alone(),
          Clock.systemUTC());
  private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
  private final RecordingConnection connection =
      new RecordingConnection(event -> received.add(json(event.data())));
  private final ResumableStream stream = session.openCall(connection, ONE, Optional.empty());

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private JsonObject next() throws InterruptedException {
    return received.poll(30, TimeUnit.SECONDS);
  }

  private JsonObject ask() {
    return session.ask(stream, "roots/list", NONE, LONG);
  }

  private static JsonObject reply(JsonObject request, String member, JsonValue value) {
    return Json.createObjectBuilder()
        .add("jsonrpc", "2.0")
        .add("id", request.get("id"))
        .add(member, value)
        .build();
  }

  private static JsonObject named(String name) {
    return Json.createObjectBuilder().add("name", name).build();
  }

  private static Listener listener(RecordingConnection out) {
    return Listener.ofCall(out);
  }

  @Test
  void each_question_gets_its_own_answer_from_another_thread() throws Exception {
    CompletableFuture<JsonObject> first = CompletableFuture.supplyAsync(this::ask);
    JsonObject asked = next();
    CompletableFuture<JsonObject> second = CompletableFuture.supplyAsync(this::ask);
    JsonObject askedNext = next();
    assertThat(asked.getString("jsonrpc")).isEqualTo("2.0");
    assertThat(asked.getString("method")).isEqualTo("roots/list");
    assertThat(asked.get("params")).isEqualTo(NONE);
    assertThat(session.reply(reply(askedNext, "result", named("second")))).isTrue();
    assertThat(session.reply(reply(asked, "result", named("first")))).isTrue();
    assertThat(first.get()).isEqualTo(named("first"));
    assertThat(second.get()).isEqualTo(named("second"));
  }

  @Test
  void an_answer_counts_once_and_only_for_a_question() throws Exception {
    assertThat(session.reply(json("{\"id\":\"srv-1\",\"result\":{}}"))).isFalse();
    assertThat(session.reply(json("{\"id\":1,\"result\":{}}"))).isFalse();
    assertThat(session.reply(json("{\"result\":{}}"))).isFalse();
    CompletableFuture<JsonObject> answer = CompletableFuture.supplyAsync(this::ask);
    JsonObject reply = reply(next(), "result", NONE);
    assertThat(session.reply(reply)).isTrue();
    assertThat(session.reply(reply)).isFalse();
    assertThat(answer.get()).isEqualTo(NONE);
  }

  @Test
  void an_error_or_nonsense_is_no_answer() {
    for (String member : new String[] {"error", "nothing"}) {
      CompletableFuture.runAsync(() -> answerNext(member, NONE));
      assertThatExceptionOfType(UnansweredException.class).isThrownBy(this::ask);
    }
    CompletableFuture.runAsync(() -> answerNext("result", JsonValue.TRUE));
    assertThatExceptionOfType(UnansweredException.class).isThrownBy(this::ask);
  }

  private static JsonObject both(JsonObject request, JsonValue result, JsonValue error) {
    return Json.createObjectBuilder(reply(request, "result", result)).add("error", error).build();
  }

  @Test
  void null_is_absent_beside_the_result_or_the_error() throws Exception {
    CompletableFuture<JsonObject> answer = CompletableFuture.supplyAsync(this::ask);
    session.reply(both(next(), named("first"), JsonValue.NULL));
    assertThat(answer.get()).isEqualTo(named("first"));
    CompletableFuture<JsonObject> failed = CompletableFuture.supplyAsync(this::ask);
    session.reply(both(next(), JsonValue.NULL, NONE));
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(failed::get)
        .withCauseInstanceOf(UnansweredException.class);
  }

  private void answerNext(String member, JsonValue value) {
    try {
      session.reply(reply(next(), member, value));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_client_too_late_is_told_and_its_answer_ignored() throws Exception {
    assertThatExceptionOfType(UnansweredException.class)
        .isThrownBy(() -> session.ask(stream, "roots/list", NONE, Duration.ofMillis(1)));
    JsonObject asked = next();
    JsonObject withdrawn = next();
    assertThat(withdrawn.getString("method")).isEqualTo("notifications/cancelled");
    assertThat(withdrawn.getJsonObject("params").get("requestId")).isEqualTo(asked.get("id"));
    assertThat(session.reply(reply(asked, "result", NONE))).isFalse();
  }

  @Test
  void an_interrupted_call_stops_waiting_and_stays_interrupted() throws Exception {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(UnansweredException.class).isThrownBy(this::ask);
    assertThat(Thread.interrupted()).isTrue();
    next();
    assertThat(next().getString("method")).isEqualTo("notifications/cancelled");
  }

  @Test
  void the_end_of_the_session_fails_what_was_asked() throws Exception {
    CompletableFuture<JsonObject> answer = CompletableFuture.supplyAsync(this::ask);
    next();
    session.end();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(answer::get)
        .withCauseInstanceOf(UnansweredException.class);
  }

  @Test
  void open_questions_are_bounded() throws Exception {
    for (int i = 0; i < ServerRequests.LIMIT; i++) {
      Thread asking = new Thread(this::askInVain);
      asking.setDaemon(true);
      asking.start();
      next();
    }
    assertThatExceptionOfType(UnansweredException.class).isThrownBy(this::ask);
    assertThat(received).isEmpty();
    session.end();
  }

  private void askInVain() {
    assertThatExceptionOfType(UnansweredException.class).isThrownBy(this::ask);
  }

  @Test
  void a_question_can_be_answered_after_the_client_came_back() throws Exception {
    CompletableFuture<JsonObject> answer = CompletableFuture.supplyAsync(this::ask);
    JsonObject asked = next();
    connection.close();
    RecordingConnection back = new RecordingConnection();
    assertThat(session.resume("1-0", listener(back))).isTrue();
    session.reply(reply(asked, "result", NONE));
    assertThat(answer.get()).isEqualTo(NONE);
  }

  @Test
  void the_input_of_a_call_is_asked_for_one_by_one() throws Exception {
    Set<Capability> needs = Set.of(Capability.ROOTS);
    Question roots = new Question("roots/list", NONE, NONE, needs, answer -> Optional.empty());
    Map<String, Question> open = new LinkedHashMap<>();
    open.put("a", roots);
    open.put("b", roots);
    StreamInputChannel channel = new StreamInputChannel(session, stream, LONG);
    CompletableFuture<Map<String, JsonObject>> answers =
        CompletableFuture.supplyAsync(() -> channel.request(open, Map.of()));
    JsonObject asked = next();
    assertThat(received).isEmpty();
    session.reply(reply(asked, "result", named("first")));
    session.reply(reply(next(), "result", named("second")));
    assertThat(answers.get()).isEqualTo(Map.of("a", named("first"), "b", named("second")));
  }
}
