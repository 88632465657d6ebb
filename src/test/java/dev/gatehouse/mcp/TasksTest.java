package dev.gatehouse.mcp;

import static dev.gatehouse.mcp.McpConversation.errorCode;
import static dev.gatehouse.mcp.McpConversation.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.database.Database;
import dev.gatehouse.database.Databases;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.CancelledException;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.Task;
import dev.gatehouse.tool.TaskSupport;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks on two nodes with one database. */
class TasksTest {
  private static final String TASKS = "\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}";
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static final Semaphore GATE = new Semaphore(0);

  private final Database database =
      Databases.open(Databases.embedded(UUID.randomUUID().toString()), Databases.nodes());
  private final Nodes oneNode = Nodes.of(database);
  private final Nodes otherNode = Nodes.of(database);
  private final McpConversation one = node(oneNode, 1, false);
  private final McpConversation other = node(otherNode, 1, false);

  TasksTest() {
    RUNS.set(0);
    GATE.drainPermits();
    poll();
  }

  private void poll() {
    oneNode.poll();
    otherNode.poll();
  }

  private static McpConversation node(Nodes nodes, int key, boolean once) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) key;
    try {
      return new McpConversation(
          nodes,
          Map.of(
              "mcp.state.key",
              Base64.getEncoder().encodeToString(bytes),
              "mcp.max.tasks.per.caller",
              "3",
              "mcp.state.single.use",
              Boolean.toString(once)),
          Working.class);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void stop() {
    GATE.release(1000);
    one.close();
    other.close();
  }

  /** A form. */
  public record Name(String name) {}

  /** What takes its time. */
  @ApplicationScoped
  public static class Working {
    @Tool(description = "Waits to be let go", task = TaskSupport.OPTIONAL)
    String work() throws InterruptedException {
      RUNS.incrementAndGet();
      GATE.acquire();
      return "Worked";
    }

    @Tool(description = "The same, again and again", task = TaskSupport.OPTIONAL, idempotent = true)
    String workAgain() throws InterruptedException {
      return work();
    }

    @Tool(description = "Waits until nobody waits for it", task = TaskSupport.REQUIRED)
    String waitForever(Cancellation cancellation) throws InterruptedException {
      CountDownLatch cancelled = new CountDownLatch(1);
      cancellation.onCancel(cancelled::countDown);
      cancelled.await();
      RUNS.incrementAndGet();
      throw new CancelledException();
    }

    @Tool(description = "Asks", task = TaskSupport.OPTIONAL)
    String ask(Input input) {
      RUNS.incrementAndGet();
      return "Hello "
          + input.elicit("name", "Who?", Name.class).content().orElseThrow().name()
          + input.elicit("again", "Who again?", Name.class).content().orElseThrow().name();
    }

    @Tool(description = "Asks, and works then", task = TaskSupport.OPTIONAL)
    String askFirst(Input input, Task task) {
      RUNS.incrementAndGet();
      String name = input.elicit("name", "Who?", Name.class).content().orElseThrow().name();
      task.begin();
      return "Worked for " + name;
    }

    @Tool(description = "Returns a lot", task = TaskSupport.REQUIRED)
    String lots() {
      return "x".repeat(800_000);
    }

    @Tool(description = "No task")
    String plain() {
      return "Plain";
    }
  }

  private static JsonObject send(
      McpConversation node, String caller, String method, String name, String params, String more)
      throws Exception {
    String body =
        ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":{%s,"
                + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{\"elicitation\":{}%s}}}}")
            .formatted(method, params, more);
    return object(
        node.sendAs(
            caller,
            body,
            Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", method, "Mcp-Name", name)));
  }

  private static JsonObject call(McpConversation node, String tool, String more) throws Exception {
    JsonObject answer =
        send(node, "ann", "tools/call", tool, "\"name\":\"" + tool + "\"" + more, "," + TASKS);
    assertThat(answer).containsKey("result");
    return answer.getJsonObject("result");
  }

  private static String begin(McpConversation node, String tool) throws Exception {
    JsonObject created = call(node, tool, "");
    assertThat(created.getString("resultType")).isEqualTo("task");
    assertThat(created.getString("status")).isEqualTo("working");
    return created.getString("taskId");
  }

  private static JsonObject about(
      McpConversation node, String caller, String method, String id, String more) throws Exception {
    return send(node, caller, method, id, "\"taskId\":\"" + id + "\"" + more, "," + TASKS);
  }

  private static JsonObject get(McpConversation node, String id) throws Exception {
    return about(node, "ann", "tasks/get", id, "").getJsonObject("result");
  }

  private static JsonObject await(McpConversation node, String id, Predicate<String> status)
      throws Exception {
    JsonObject task = get(node, id);
    while (!status.test(task.getString("status"))) {
      Thread.sleep(5);
      task = get(node, id);
    }
    return task;
  }

  private static JsonObject ended(McpConversation node, String id) throws Exception {
    return await(node, id, status -> !status.equals("working"));
  }

  private static String text(JsonObject task) {
    return task.getJsonObject("result").getJsonArray("content").getJsonObject(0).getString("text");
  }

  private static void awaitRuns(int runs) throws InterruptedException {
    while (RUNS.get() < runs) {
      Thread.sleep(5);
    }
  }

  @Test
  void a_task_of_one_node_is_read_on_another_while_it_works_and_afterwards() throws Exception {
    String id = begin(one, "work");
    assertThat(get(other, id).getString("status")).isEqualTo("working");
    GATE.release();
    JsonObject task = ended(other, id);
    assertThat(task.getString("status")).isEqualTo("completed");
    assertThat(text(task)).isEqualTo("Worked");
    assertThat(task.getString("resultType")).isEqualTo("complete");
    assertThat(task.getInt("ttlMs")).isEqualTo(3_600_000);
  }

  @Test
  void a_client_that_takes_no_tasks_gets_the_result_itself() throws Exception {
    GATE.release();
    JsonObject answer = send(one, "ann", "tools/call", "work", "\"name\":\"work\"", "");
    assertThat(text(answer)).isEqualTo("Worked");
  }

  @Test
  void a_client_of_older_revisions_gets_the_result_since_it_has_no_tasks() throws Exception {
    String session = one.session("2025-11-25");
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"lots\"}}";
    JsonObject answer = object(one.send(call, Map.of("Mcp-Session-Id", session)));
    assertThat(text(answer)).hasSize(800_000);
    String get =
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tasks/get\",\"params\":{\"taskId\":\"x\"}}";
    assertThat(errorCode(one.send(get, Map.of("Mcp-Session-Id", session)))).isEqualTo(-32601);
  }

  @Test
  void a_tool_that_must_be_a_task_names_what_the_client_lacks() throws Exception {
    JsonObject error =
        send(one, "ann", "tools/call", "lots", "\"name\":\"lots\"", "").getJsonObject("error");
    assertThat(error.getInt("code")).isEqualTo(-32021);
    assertThat(error.toString())
        .contains("\"requiredCapabilities\":{\"extensions\":{\"io.modelcontextprotocol/tasks\"");
  }

  @Test
  void other_callers_tasks_are_as_unknown_as_those_that_never_were() throws Exception {
    String id = begin(one, "work");
    for (String method : new String[] {"tasks/get", "tasks/update", "tasks/cancel"}) {
      JsonObject theirs = about(one, "eve", method, id, "").getJsonObject("error");
      JsonObject none = about(one, "ann", method, id.toLowerCase(), "").getJsonObject("error");
      assertThat(theirs.getInt("code")).isEqualTo(-32602);
      assertThat(theirs.getString("message")).isEqualTo("Unknown task: " + id);
      assertThat(none.getString("message")).isEqualTo("Unknown task: " + id.toLowerCase());
    }
    GATE.release();
    assertThat(ended(one, id).getString("status")).isEqualTo("completed");
  }

  @Test
  void a_node_with_another_key_knows_no_task_of_the_others() throws Exception {
    String id = begin(one, "work");
    try (McpConversation stranger = node(Nodes.of(database), 2, false)) {
      assertThat(about(stranger, "ann", "tasks/get", id, "")).containsKey("error");
    }
  }

  @Test
  void a_task_is_cancelled_on_another_node_and_its_method_is_told() throws Exception {
    String id = begin(one, "waitForever");
    assertThat(about(other, "ann", "tasks/cancel", id, "").getJsonObject("result"))
        .doesNotContainKeys("taskId", "status");
    assertThat(get(other, id).getString("status")).isEqualTo("cancelled");
    poll();
    awaitRuns(1);
    assertThat(get(one, id).getString("status")).isEqualTo("cancelled");
    assertThat(about(one, "ann", "tasks/cancel", id, "")).containsKey("result");
  }

  @Test
  void a_result_that_comes_after_the_cancelling_counts_for_nothing() throws Exception {
    String id = begin(one, "work");
    awaitRuns(1);
    about(other, "ann", "tasks/cancel", id, "");
    GATE.release();
    Thread.sleep(100);
    JsonObject task = get(one, id);
    assertThat(task.getString("status")).isEqualTo("cancelled");
    assertThat(task).doesNotContainKey("result");
  }

  @Test
  void answers_are_taken_one_by_one_on_any_node_and_the_task_goes_on_there() throws Exception {
    String id = begin(one, "ask");
    JsonObject asked = ended(other, id);
    assertThat(asked.getString("status")).isEqualTo("input_required");
    assertThat(asked.getJsonObject("inputRequests")).containsOnlyKeys("name");
    one.stop();
    oneNodeLeaves();
    answer(other, id, "nobody", "Eve");
    assertThat(get(other, id).getString("status")).isEqualTo("input_required");
    answer(other, id, "name", "Ann");
    asked = ended(other, id);
    assertThat(asked.getJsonObject("inputRequests")).containsOnlyKeys("again");
    answer(other, id, "again", "Bob");
    assertThat(text(ended(other, id))).isEqualTo("Hello AnnBob");
  }

  private void oneNodeLeaves() {
    database.with(sql -> sql.update("delete from gatehouse_node where node = ?", oneNode.self()));
    otherNode.poll();
  }

  private static void answer(McpConversation node, String id, String key, String name)
      throws Exception {
    String responses =
        ",\"inputResponses\":{\"%s\":{\"action\":\"accept\",\"content\":{\"name\":\"%s\"}}}"
            .formatted(key, name);
    assertThat(about(node, "ann", "tasks/update", id, responses).getJsonObject("result"))
        .doesNotContainKeys("taskId", "status");
  }

  @Test
  void a_tool_that_asks_first_becomes_a_task_where_it_says_so() throws Exception {
    JsonObject asked = call(one, "askFirst", "");
    assertThat(asked.getString("resultType")).isEqualTo("input_required");
    JsonObject created =
        call(
            other,
            "askFirst",
            ",\"inputResponses\":{\"name\":{\"action\":\"accept\",\"content\":{\"name\":\"Ann\"}}},"
                + "\"requestState\":"
                + asked.get("requestState"));
    assertThat(created.getString("resultType")).isEqualTo("task");
    assertThat(created).doesNotContainKeys("requestState", "inputRequests");
    assertThat(text(ended(one, created.getString("taskId")))).isEqualTo("Worked for Ann");
    assertThat(RUNS).hasValue(3);
  }

  @ParameterizedTest
  @CsvSource({"ask, 0", "askFirst, 1"})
  void a_state_whose_task_was_refused_for_now_begins_it_later_and_only_once(
      String tool, int admitted) throws Exception {
    Semaphore quota = new Semaphore(1);
    try (McpConversation once = once()) {
      once.watchedBy(McpConversation.Watch.within(quota));
      String answered = answered(once, tool);
      quota.release(admitted);
      assertThat(refusal(once, tool, answered)).isEqualTo(429);
      quota.release(10);
      assertBeginsOnce(once, tool, answered);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask", "askFirst"})
  void a_state_whose_task_could_not_be_kept_begins_it_later_and_only_once(String tool)
      throws Exception {
    try (McpConversation once = once()) {
      String answered = answered(once, tool);
      update("alter table gatehouse_task add constraint closed check (expires_at < 0)");
      assertThat(refusal(once, tool, answered)).isEqualTo(-32603);
      update("alter table gatehouse_task drop constraint closed");
      assertBeginsOnce(once, tool, answered);
    }
  }

  private McpConversation once() {
    Nodes nodes = Nodes.of(database);
    nodes.poll();
    return node(nodes, 1, true);
  }

  private void update(String statement) {
    database.with(sql -> sql.update(statement));
  }

  /** Of a second round, after a first in which nobody takes tasks. */
  private static String answered(McpConversation node, String tool) throws Exception {
    String name = "\"name\":\"" + tool + "\"";
    JsonObject asked = send(node, "ann", "tools/call", tool, name, "").getJsonObject("result");
    return name
        + ",\"inputResponses\":{\"name\":{\"action\":\"accept\",\"content\":{\"name\":\"Ann\"}}},"
        + "\"requestState\":"
        + asked.get("requestState");
  }

  private static void assertBeginsOnce(McpConversation node, String tool, String params)
      throws Exception {
    JsonObject begun = send(node, "ann", "tools/call", tool, params, "," + TASKS);
    assertThat(begun).containsKey("result");
    assertThat(begun.getJsonObject("result").getString("resultType")).isEqualTo("task");
    ended(node, begun.getJsonObject("result").getString("taskId"));
    assertThat(refusal(node, tool, params)).isEqualTo(-32602);
  }

  private static int refusal(McpConversation node, String tool, String params) throws Exception {
    JsonObject answer = send(node, "ann", "tools/call", tool, params, "," + TASKS);
    assertThat(answer).containsKey("error");
    return answer.getJsonObject("error").getInt("code");
  }

  @Test
  void a_task_whose_node_has_left_has_failed_and_says_why() throws Exception {
    String id = begin(one, "work");
    awaitRuns(1);
    oneNodeLeaves();
    JsonObject task = get(other, id);
    assertThat(task.getString("status")).isEqualTo("failed");
    assertThat(task.getJsonObject("error").getString("message"))
        .isEqualTo("The server that ran the task has ended");
    GATE.release();
    Thread.sleep(100);
    assertThat(get(other, id).getString("status")).isEqualTo("failed");
  }

  @Test
  void a_task_that_may_be_repeated_is_run_again_where_it_is_asked_for() throws Exception {
    String id = begin(one, "workAgain");
    awaitRuns(1);
    oneNodeLeaves();
    assertThat(get(other, id).getString("status")).isEqualTo("working");
    awaitRuns(2);
    GATE.release(2);
    assertThat(text(ended(other, id))).isEqualTo("Worked");
    assertThat(RUNS).hasValue(2);
  }

  @Test
  void a_caller_has_so_many_tasks_and_no_more() throws Exception {
    for (int i = 0; i < 3; i++) {
      begin(one, "work");
    }
    JsonObject refused =
        send(one, "ann", "tools/call", "work", "\"name\":\"work\"", "," + TASKS)
            .getJsonObject("error");
    assertThat(refused.getInt("code")).isEqualTo(429);
    assertThat(send(one, "bob", "tools/call", "work", "\"name\":\"work\"", "," + TASKS))
        .containsKey("result");
  }

  @Test
  void a_result_that_is_too_long_to_be_kept_is_said_to_be() throws Exception {
    JsonObject task = ended(one, begin(one, "lots"));
    assertThat(task.getString("status")).isEqualTo("failed");
    assertThat(task.getJsonObject("error").getString("message"))
        .isEqualTo("The result has more than 700000 bytes");
  }

  @Test
  void where_no_tool_takes_tasks_nothing_of_them_is_there() throws Exception {
    try (McpConversation without = new McpConversation(FixtureTools.class)) {
      JsonObject error = about(without, "ann", "tasks/get", "x", "").getJsonObject("error");
      assertThat(error.getInt("code")).isEqualTo(-32601);
      assertThat(discover(without)).doesNotContain("extensions");
    }
    assertThat(discover(one)).contains("{\"io.modelcontextprotocol/tasks\":{}}");
  }

  private static String discover(McpConversation node) throws Exception {
    return send(node, "ann", "server/discover", "", "\"x\":1", "").toString();
  }
}
