package dev.gatehouse.it.session;

import static dev.gatehouse.it.session.Conversation.status;
import static dev.gatehouse.it.session.Conversation.text;
import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.client.Listening;
import dev.gatehouse.support.client.NodeClients;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.FreePorts;
import dev.gatehouse.support.server.Postgres;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.StateKey;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.tools.FeatureTools;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two processes of the server and the database that they share, which comes and goes. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {
  private static final Duration START = Duration.ofMinutes(4);
  private static final String FIND = "{\"todo_id\":\"%s\"}";

  private final String token =
      Beside.issuer().mint().scopes("todo:read", "todo:write").subject("usr_nodes").sign();
  private final String key = StateKey.next();
  @TempDir static Path directory;
  private Node here;
  private Node there;
  private ServerProcess first;
  private ServerProcess second;
  private Postgres database;
  private String milk;

  @BeforeAll
  void start() throws Exception {
    Path war = directory.resolve("gatehouse.war");
    Gatehouse.war().addClasses(FeatureTools.class).as(ZipExporter.class).exportTo(war.toFile());
    int port = FreePorts.next();
    here = Node.install(war, port);
    there = Node.install(war, port);
    first = here.start(key);
    first.awaitStatus(here.url(), 401, START);
    database = Postgres.prepare(directory.resolve("postgresql"), port);
  }

  @AfterAll
  void stop() throws Exception {
    first.close();
    if (second != null) {
      second.close();
    }
    database.close();
  }

  /** One process of the server with the WAR. */
  private record Node(Server server, URI url, URI ready) {
    static Node install(Path war, int database) throws IOException {
      Values values = Beside.values();
      Server server = Beside.install(values);
      server.addDatabase(database);
      server.deploy(war);
      return new Node(
          server, URI.create(values.mcpUrl()), URI.create(Server.health(values) + "/ready"));
    }

    ServerProcess start(String key) throws IOException, InterruptedException {
      return server.start(Map.of("MCP_STATE_KEY", key));
    }

    ServerProcess startDeaf(String key) throws IOException, InterruptedException {
      return server.start(Map.of("MCP_STATE_KEY", key, "MCP_DATA_LISTEN", "false"));
    }

    int readiness() throws IOException, InterruptedException {
      return send(HttpRequest.newBuilder(ready)).statusCode();
    }
  }

  private HttpResponse<String> call(Node node, String tool, String arguments) throws Exception {
    return send(at(node).call(tool, arguments, "", false));
  }

  private JsonObject todo(Node node, String tool, String arguments) throws Exception {
    JsonObject result = json(call(node, tool, arguments)).getJsonObject("result");
    return result.getJsonObject("structuredContent").getJsonObject("todo");
  }

  private JsonObject order(Node node, String state) throws Exception {
    return json(send(at(node).order("order", "apples", state)));
  }

  private String asked(Node node) throws Exception {
    return order(node, "").getJsonObject("result").getString("requestState");
  }

  @Test
  @Order(1)
  void a_node_is_not_ready_while_its_database_was_never_there_and_goes_on_without_data()
      throws Exception {
    await(() -> here.readiness() == 503);
    refusesData();
    assertThat(asked(here)).isNotEmpty();
  }

  private void refusesData() throws Exception {
    HttpResponse<String> refused = call(here, "list_todos", "{}");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(refused.body())
        .contains("The data can't be reached now")
        .doesNotContain("127.0.0.1");
  }

  @Test
  @Order(2)
  void it_gets_ready_by_itself_and_a_todo_of_one_node_is_changed_on_another() throws Exception {
    database.start();
    await(() -> here.readiness() == 200);
    second = there.start(key);
    second.awaitStatus(there.url(), 401, START);
    milk = todo(here, "create_todo", "{\"title\":\"Milk\"}").getString("id");
    todo(there, "update_todo", "{\"todo_id\":\"%s\",\"completed\":true}".formatted(milk));
    assertThat(todo(here, "get_todo", FIND.formatted(milk)).getBoolean("completed")).isTrue();
  }

  @Test
  @Order(3)
  void a_node_finds_todos_and_sessions_after_its_restart() throws Exception {
    String session = at(there).begin();
    second.close();
    second = there.start(key);
    second.awaitStatus(there.url(), 401, START);
    assertThat(todo(there, "get_todo", FIND.formatted(milk)).getString("title")).isEqualTo("Milk");
    assertThat(status(at(there).ping(session))).isEqualTo(200);
    assertThat(status(at(here).ping(session))).isEqualTo(200);
    String stranger = Beside.issuer().mint().subject("usr_stranger").sign();
    assertThat(status(new Conversation(here.url(), stranger).ping(session))).isEqualTo(404);
  }

  // A node whose driver can't be reached would have given its connection back.
  private int listeners() throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet at =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where query = 'listen gatehouse_event'")) {
      at.next();
      return at.getInt(1);
    }
  }

  @Test
  @Order(4)
  void each_node_has_one_connection_that_listens() throws Exception {
    await(() -> listeners() == 2);
  }

  @Test
  @Order(4)
  void a_question_of_one_node_is_answered_to_another() throws Exception {
    String session = at(here).begin();
    try (Listening call = Listening.to(at(here).call(session, "order", "{\"item\":\"apples\"}"))) {
      String id = message(call, "elicitation/create").getString("id");
      String three = "{\"action\":\"accept\",\"content\":{\"count\":3}}";
      assertThat(status(at(there).reply(session, id, three))).isEqualTo(202);
      assertThat(text(message(call, "\"result\""))).isEqualTo("3 apples");
    }
  }

  @Test
  @Order(5)
  void a_stream_that_broke_goes_on_on_the_other_node() throws Exception {
    String session = at(here).begin();
    String event;
    try (Listening call = Listening.to(at(here).call(session, "order", "{\"item\":\"pears\"}"))) {
      event = call.id();
    }
    HttpRequest.Builder back = at(there).to(session, "GET").header("Last-Event-ID", event);
    try (Listening call = Listening.to(back)) {
      String id = message(call, "elicitation/create").getString("id");
      String three = "{\"action\":\"accept\",\"content\":{\"count\":3}}";
      assertThat(status(at(there).reply(session, id, three))).isEqualTo(202);
      assertThat(text(message(call, "\"result\""))).isEqualTo("3 pears");
    }
  }

  @Test
  @Order(5)
  void a_session_that_one_node_ends_has_ended_on_the_other() throws Exception {
    String session = at(here).begin();
    assertThat(status(at(there).ping(session))).isEqualTo(200);
    assertThat(status(at(there).to(session, "DELETE"))).isEqualTo(204);
    assertThat(status(at(there).ping(session))).isEqualTo(404);
    await(() -> status(at(here).ping(session)) == 404);
  }

  @Test
  @Order(6)
  void a_change_on_one_node_is_heard_on_the_other_in_both_eras() throws Exception {
    String session = at(there).begin();
    try (Listening modern =
            Listening.to(
                Listening.request(token, Listening.body(Listening.TOOLS, Listening.META))
                    .uri(there.url()));
        Listening legacy = Listening.to(at(there).to(session, "GET"))) {
      call(here, "change", "{}");
      message(modern, "notifications/tools/list_changed");
      message(legacy, "notifications/tools/list_changed");
    }
  }

  /** Behind a balancer that takes the nodes in turn, request by request. */
  @ParameterizedTest
  @Order(7)
  @CsvSource({
    "todos,sdk1,legacy",
    "todos,sdk2,legacy",
    "todos,sdk2,modern",
    "elicitation,sdk1,legacy",
    "elicitation,sdk2,legacy",
    "elicitation,sdk2,modern",
    "logging,sdk1,legacy",
    "end,sdk1,legacy",
    "end,sdk2,legacy"
  })
  void clients_need_no_affinity(String feature, String sdk, String era) {
    Map<String, String> environment =
        Map.of("MCP_URL", here.url() + " " + there.url(), "TOKEN", token);
    System.out.println(NodeClients.install().run("features.mjs", environment, feature, sdk, era));
  }

  private Conversation at(Node node) {
    return new Conversation(node.url(), token);
  }

  // The next one that holds this.
  private static JsonObject message(Listening stream, String part) throws Exception {
    String event = stream.event();
    while (event != null && !event.contains(part)) {
      event = stream.event();
    }
    assertThat(event).as(part).isNotNull();
    try (var reader = Json.createReader(new StringReader(event.substring("data:".length())))) {
      return reader.readObject();
    }
  }

  @Test
  @Order(8)
  void while_the_database_is_away_a_ready_node_stays_ready_and_it_recovers_by_itself()
      throws Exception {
    database.stop();
    refusesData();
    assertThat(here.readiness()).isEqualTo(200);
    assertThat(asked(here)).isNotEmpty();
    database.start();
    await(() -> call(here, "list_todos", "{}").statusCode() == 200);
    await(() -> call(there, "list_todos", "{}").statusCode() == 200);
    assertThat(todo(there, "get_todo", FIND.formatted(milk)).getString("title")).isEqualTo("Milk");
    await(() -> listeners() == 2);
  }

  @Test
  @Order(9)
  void nodes_with_the_same_key_go_on_with_each_others_calls() throws Exception {
    String state = asked(there);
    assertThat(text(order(here, state))).isEqualTo("3 apples");
    assertThat(text(order(there, asked(here)))).isEqualTo("3 apples");
  }

  private String began(Node node, int seconds) throws Exception {
    HttpRequest.Builder call = at(node).task("count", "{\"seconds\":" + seconds + "}");
    return json(send(call)).getJsonObject("result").getString("taskId");
  }

  private JsonObject task(Node node, String id) throws Exception {
    return json(send(at(node).aboutTask("tasks/get", id))).getJsonObject("result");
  }

  private void awaitTask(Node node, String id, String status) throws Exception {
    await(() -> task(node, id).getString("status").equals(status));
  }

  @Test
  @Order(10)
  void a_task_is_read_and_cancelled_on_any_node_and_nobody_elses() throws Exception {
    String short1 = began(there, 2);
    String long1 = began(there, 600);
    assertThat(task(here, short1).getString("status")).isEqualTo("working");
    awaitTask(here, short1, "completed");
    assertThat(task(here, short1).getJsonObject("result").toString()).contains("Counted to 2");
    send(at(here).aboutTask("tasks/cancel", long1));
    assertThat(task(there, long1).getString("status")).isEqualTo("cancelled");
    String other = Beside.issuer().mint().scopes("todo:write").subject("usr_other").sign();
    Conversation stranger = new Conversation(here.url(), other);
    assertThat(
            json(send(stranger.aboutTask("tasks/get", short1)))
                .getJsonObject("error")
                .getInt("code"))
        .isEqualTo(-32602);
  }

  @Test
  @Order(11)
  void when_a_node_has_ended_its_rounds_go_on_and_its_tasks_say_that_they_have_failed()
      throws Exception {
    String state = asked(there);
    String mine = began(here, 20);
    String lost = began(there, 600);
    second.close();
    assertThat(task(here, mine).getString("status")).isEqualTo("working");
    // Nothing but the text knows of the call any more.
    assertThat(text(order(here, state))).isEqualTo("3 apples");
    awaitTask(here, lost, "failed");
    awaitTask(here, mine, "completed");
  }

  // Once, as no server can change it.
  @Test
  @Order(12)
  @Tag("once")
  void nodes_with_another_key_do_not_and_one_that_shall_not_listen_does_not() throws Exception {
    try (ServerProcess other = there.startDeaf(StateKey.next())) {
      other.awaitStatus(there.url(), 401, START);
      assertThat(order(there, asked(here)).getJsonObject("error").getInt("code")).isEqualTo(-32602);
      assertThat(order(here, asked(there)).getJsonObject("error").getInt("code")).isEqualTo(-32602);
      assertThat(listeners()).isEqualTo(1);
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    for (int i = 0; i < 120 && !condition.call(); i++) {
      Thread.sleep(500);
    }
    assertThat(condition.call()).isTrue();
  }
}
