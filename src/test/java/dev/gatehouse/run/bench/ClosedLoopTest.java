package dev.gatehouse.run.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the clients of the benchmark count right answers and no others. */
class ClosedLoopTest {
  private static final String TODO = "3f1c2f5e";
  private static final String RIGHT =
      "{\"jsonrpc\":\"2.0\",\"id\":%d,\"result\":{\"structuredContent\":{\"todo\":{\"id\":\"3f1c2f5e\"}}}}";
  private static final Tokens TOKENS =
      new Tokens("one", "bad", List.of("a", "b", "c"), List.of("d"));

  /** What the server answers the n-th request. */
  private record Given(int status, String body) {}

  private final Queue<Integer> ids = new ConcurrentLinkedQueue<>();
  private final Queue<String> fields = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private IntFunction<Given> answers = n -> new Given(200, RIGHT);
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext(
        "/mcp",
        exchange -> {
          int id = message(exchange.getRequestBody().readAllBytes()).getInt("id");
          ids.add(id);
          fields.add(
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                  .orElse(""));
          Given given = answers.apply(count.getAndIncrement());
          byte[] body = given.body().formatted(id).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(given.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static JsonObject message(byte[] body) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    }
  }

  private Driven drive(Kind kind, int requests) throws Exception {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mcp");
    Client client = new Client(url, Era.EARLIER, Optional.empty());
    AtomicInteger left = new AtomicInteger(requests);
    return new ClosedLoop(client, new Case(kind, Era.EARLIER), TOKENS, TODO)
        .run(3, () -> left.decrementAndGet() >= 0);
  }

  @Test
  void every_right_answer_counts_and_has_a_latency() throws Exception {
    Driven driven = drive(Kind.GET, 30);
    assertThat(driven.right()).isEqualTo(30);
    assertThat(driven.isGood()).isTrue();
    assertThat(driven.latencies()).hasSize(30);
  }

  @Test
  void no_id_is_sent_twice() throws Exception {
    drive(Kind.GET, 30);
    assertThat(new TreeSet<>(ids)).hasSize(30).hasSameElementsAs(ids);
  }

  @Test
  void an_error_another_todo_another_id_and_no_json_are_wrong() throws Exception {
    List<Given> wrong =
        List.of(
            new Given(200, "{\"jsonrpc\":\"2.0\",\"id\":%d,\"error\":{\"code\":-32603}}"),
            new Given(200, RIGHT.replace(TODO, "another")),
            new Given(200, RIGHT.replace("%d", "7")),
            new Given(200, RIGHT.replace("%d", "999999")),
            new Given(200, "<html>"),
            new Given(500, RIGHT));
    answers = n -> n < 8 ? new Given(200, RIGHT) : wrong.get(n % wrong.size());
    Driven driven = drive(Kind.GET, 20);
    assertThat(driven.right()).isEqualTo(8);
    assertThat(driven.wrong()).isEqualTo(12);
    assertThat(driven.isGood()).isFalse();
  }

  @Test
  void a_right_answer_may_have_other_bytes_than_the_first() throws Exception {
    answers = n -> new Given(200, n % 2 == 0 ? RIGHT : RIGHT.replace(",", ", "));
    assertThat(drive(Kind.GET, 12).right()).isEqualTo(12);
  }

  @Test
  void a_refusal_is_right_where_it_is_wanted_only() throws Exception {
    answers = n -> new Given(401, "{}");
    assertThat(drive(Kind.NO_TOKEN, 6).right()).isEqualTo(6);
    assertThat(drive(Kind.BAD_SIGNATURE, 6).right()).isEqualTo(6);
    assertThat(drive(Kind.GET, 6).wrong()).isEqualTo(6);
    assertThat(new ArrayList<>(fields).subList(0, 6)).containsOnly("");
  }

  @Test
  void a_server_that_lets_in_who_has_no_token_is_wrong() throws Exception {
    assertThat(drive(Kind.NO_TOKEN, 6).wrong()).isEqualTo(6);
  }

  @Test
  void the_tokens_of_the_pool_take_turns() throws Exception {
    drive(Kind.POOL, 60);
    assertThat(Set.copyOf(fields)).containsExactlyInAnyOrder("Bearer a", "Bearer b", "Bearer c");
  }

  @Test
  void a_connection_that_breaks_is_no_answer() throws Exception {
    server.stop(0);
    Driven driven = drive(Kind.GET, 5);
    assertThat(driven.broken()).isEqualTo(5);
    assertThat(driven.isGood()).isFalse();
  }
}
