package dev.gatehouse.mcp.modern.task;

import dev.gatehouse.cluster.NodeMessage;
import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.config.Settings;
import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.tool.ToolDefinition;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.Params;
import dev.gatehouse.mcp.call.PreparedCall;
import dev.gatehouse.mcp.method.ToolsCall;
import dev.gatehouse.mcp.seal.StateCipher;
import dev.gatehouse.tool.UnavailableException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of tools that go on when their client has left, and are asked for on any node.
 *
 * @see <a href="https://modelcontextprotocol.io/seps/2663-tasks-extension">MCP tasks</a>
 */
public final class Tasks {
  /** The name of the extension, in capabilities. */
  public static final String EXTENSION = "io.modelcontextprotocol/tasks";

  private static final String CANCEL = "task-cancel";
  private static final int MOST_IN_MEMORY = 1000;
  private static final int MOST_RUNS = 20;
  private static final int ID_BYTES = 24;
  private static final int TOO_MANY = 429;
  private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(60);

  private final TaskStore store;
  private final Nodes nodes;
  private final ToolsCall tools;
  private final Clock clock;
  private final Duration life;
  private final int mostPerCaller;
  private final SecureRandom random = new SecureRandom();
  private Instant swept = Instant.MIN;
  private final RunningTasks running = new RunningTasks();
  private final TaskEnds ends;

  /** As the settings say: in the database if there is one. */
  public Tasks(Settings settings, Nodes nodes, ToolsCall tools) {
    this(
        nodes
            .database()
            .<TaskStore>map(
                database ->
                    new SqlTaskStore(database, new StateCipher("task", settings.stateKeys())))
            .orElseGet(() -> new MemoryTaskStore(MOST_IN_MEMORY)),
        nodes,
        tools,
        settings.taskLife(),
        settings.maxTasksPerCaller(),
        Clock.systemUTC());
  }

  Tasks(
      TaskStore store,
      Nodes nodes,
      ToolsCall tools,
      Duration life,
      int mostPerCaller,
      Clock clock) {
    this.store = store;
    this.nodes = nodes;
    this.tools = tools;
    this.clock = clock;
    this.life = life;
    this.mostPerCaller = mostPerCaller;
    this.ends = new TaskEnds(store, clock);
    nodes.listen(CANCEL, message -> running.cancel(message.target()));
  }

  /**
   * Begins a call as a task that is kept before this returns: {@code CreateTaskResult}.
   *
   * @param answers of the client so far, raw, by key
   * @param spend is run once the call is let in
   */
  public JsonObjectBuilder begin(
      TaskRequest request, PreparedCall work, Map<String, JsonObject> answers, Runnable spend) {
    Instant now = clock.instant();
    String caller = request.caller();
    if (store.count(caller, now) >= mostPerCaller) {
      throw McpException.of(
          TOO_MANY,
          new JsonRpcError(TOO_MANY, "Too many tasks; each is kept for " + life.toSeconds() + " s"),
          Optional.of(TRY_AGAIN));
    }
    nodes.enter();
    StoredTask task =
        StoredTask.begin(id(), caller, nodes.self(), now, life, request.call(), answers);
    demandLength(task);
    runIf(
        request,
        work,
        task,
        () -> {
          spend.run();
          store.add(task);
          return true;
        });
    return task.toJson();
  }

  private String id() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void demandLength(StoredTask task) {
    if (task.isTooLong()) {
      throw Params.invalid("That is more than a task can keep");
    }
  }

  /** The task and its result, error or questions so far: {@code DetailedTask}. */
  public JsonObjectBuilder get(TaskRequest request) {
    StoredTask task = find(request);
    ToolDefinition tool = tools.tool(task.content().params(), request.access());
    if (task.status() == TaskStatus.WORKING && nodes.isGone(task.node())) {
      goOn(request, task, tool);
      task = find(request);
    }
    return task.toDetailedJson();
  }

  // What others may have done at the same time is as good.
  private void goOn(TaskRequest request, StoredTask task, ToolDefinition tool) {
    if (tool.isRepeatable() && task.content().runs() < MOST_RUNS) {
      nodes.enter();
      StoredTask moved = task.movedTo(nodes.self(), clock.instant());
      runIf(request, work(task, tool), moved, () -> store.replace(moved));
    } else {
      store.replace(task.failed("The server that ran the task has ended", clock.instant()));
    }
  }

  private PreparedCall work(StoredTask task, ToolDefinition tool) {
    return tools.call(tool, task.content().params(), true);
  }

  /** Takes answers of the client, whose task goes on here once it has all. */
  public void update(TaskRequest request) {
    JsonObject responses = Params.object(request.params(), "inputResponses");
    StoredTask task = find(request);
    ToolDefinition tool = tools.tool(task.content().params(), request.access());
    while (task.status() == TaskStatus.INPUT_REQUIRED
        && !isAnswered(request, task, tool, responses)) {
      task = find(request);
    }
  }

  private boolean isAnswered(
      TaskRequest request, StoredTask task, ToolDefinition tool, JsonObject responses) {
    StoredTask answered = task.answered(responses, nodes.self(), clock.instant());
    demandLength(answered);
    if (answered.status() != TaskStatus.WORKING) {
      return store.replace(answered);
    }
    nodes.enter();
    return runIf(request, work(task, tool), answered, () -> store.replace(answered));
  }

  /** Has the task end soon, on whatever node it runs; nothing if it has. */
  public void cancel(TaskRequest request) {
    StoredTask task = find(request);
    tools.tool(task.content().params(), request.access());
    while (!task.status().isFinal()) {
      if (store.replace(task.cancelled(clock.instant()))) {
        running.cancel(task.id());
        nodes.tellSoon(new NodeMessage(CANCEL, task.id(), JsonObject.EMPTY_JSON_OBJECT));
        return;
      }
      task = find(request);
    }
  }

  // Others' tasks are as unknown as those that never were.
  private StoredTask find(TaskRequest request) {
    String id = Params.text(request.params(), "taskId");
    return store
        .find(id, clock.instant())
        .filter(task -> task.caller().equals(request.caller()))
        .orElseThrow(() -> Params.invalid("Unknown task: " + McpException.brief(id)));
  }

  /** Something that may go wrong before a task runs. */
  private interface Keeping {
    boolean isKept();
  }

  private boolean runIf(TaskRequest request, PreparedCall work, StoredTask task, Keeping keeping) {
    running.take();
    boolean started = false;
    try {
      CallEnd end = work.admit(request.access());
      if (keeping.isKept()) {
        CallCancellation cancellation = running.begun(task);
        TaskCall call = request.call(task, work, end);
        request.access().start(() -> run(task, call, cancellation));
        started = true;
      }
      return started;
    } finally {
      if (!started) {
        running.giveBack();
      }
    }
  }

  private void run(StoredTask task, TaskCall call, CallCancellation cancellation) {
    try {
      JsonObject answer = call.answer(cancellation);
      // Who has cancelled it has written so, and a node that stops leaves it to others.
      if (!cancellation.isRequested()) {
        ends.write(task, answer, call.questions());
      }
    } finally {
      running.ended(task.id(), cancellation);
    }
  }

  /** Forgets what has expired; for every now and then. */
  public void sweep(Instant now) {
    running.cancelExpired(now);
    if (now.isAfter(swept.plus(SWEPT_EVERY))) {
      swept = now;
      try {
        store.sweep(now);
      } catch (UnavailableException e) {
        // Old tasks can wait; the database's own lines say what is wrong.
      }
    }
  }

  /** Cancels what runs here: other nodes know that this one has left. */
  public void stop() {
    running.stop();
  }
}
