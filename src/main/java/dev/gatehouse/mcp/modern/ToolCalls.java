package dev.gatehouse.mcp.modern;

import dev.gatehouse.engine.bean.ContextParameter;
import dev.gatehouse.engine.tool.ToolDefinition;
import dev.gatehouse.json.Json;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.Era;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.PreparedCall;
import dev.gatehouse.mcp.call.ResultType;
import dev.gatehouse.mcp.method.McpMethod;
import dev.gatehouse.mcp.method.ServerFeatures;
import dev.gatehouse.mcp.method.ToolsCall;
import dev.gatehouse.mcp.modern.round.MultiRoundTrip;
import dev.gatehouse.mcp.modern.task.TaskRequest;
import dev.gatehouse.mcp.modern.task.Tasks;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.function.Supplier;

/**
 * {@code tools/call}, answered now or by a task, and what is asked about tasks. What there is is
 * asked for late: while the application starts, others make the lists of it.
 */
record ToolCalls(ToolsCall tools, Tasks tasks, ServerFeatures features) {
  private static final JsonObject EXTENSION =
      Json.createObjectBuilder().add(Tasks.EXTENSION, JsonObject.EMPTY_JSON_OBJECT).build();

  /** What a caller has asked for, and whether it is to be a task. */
  record Chosen(PreparedCall work, boolean isTask) {
    /** From its start, since its method does not say when. */
    boolean isTaskAtOnce() {
      return isTask && !work.uses().contains(ContextParameter.TASK);
    }
  }

  /** The tool that these params name, which this caller may use. */
  Chosen choose(
      JsonObject params, McpHeaders headers, Authorization access, RequestMetadata envelope) {
    ToolDefinition tool = tools.tool(params, access);
    if (tool.demandsTasks()) {
      demandTasks(envelope);
    }
    PreparedCall work = tools.call(tool, params, true);
    ParameterHeaders.check(tool.arguments().headerParameters(), work.arguments(), headers);
    return new Chosen(work, tool.takesTasks() && envelope.takesTasks());
  }

  private static void demandTasks(RequestMetadata envelope) {
    if (!envelope.takesTasks()) {
      throw McpException.badRequest(
          ModernCall.MISSING_CAPABILITY,
          "The client must declare the extension " + Tasks.EXTENSION,
          Json.createObjectBuilder()
              .add("requiredCapabilities", Json.createObjectBuilder().add("extensions", EXTENSION))
              .build());
    }
  }

  /** Makes a task of the call, with the answers so far. */
  Supplier<JsonObjectBuilder> beginning(
      Chosen chosen, TaskRequest request, MultiRoundTrip.Round round) {
    // A method that says when was let in before, which spent the state of its round.
    Spending spending = new Spending(round, !chosen.isTaskAtOnce());
    return () ->
        spending.on(
            () ->
                request
                    .complete()
                    .apply(tasks.begin(request, chosen.work(), round.answers(), spending::spend))
                    .add("resultType", ResultType.TASK.wireName()));
  }

  /** Whether there is such a method here. */
  boolean offers(McpMethod method) {
    return !method.isAboutTasks() || features.hasTasks();
  }

  /** {@code tasks/get}, {@code tasks/update} or {@code tasks/cancel}. */
  Era.Call task(McpMethod method, RequestMetadata envelope, TaskRequest request) {
    demandTasks(envelope);
    return (channel, cancellation) -> request.complete().apply(answer(method, request)).build();
  }

  private JsonObjectBuilder answer(McpMethod method, TaskRequest request) {
    if (method == McpMethod.TASKS_GET) {
      return tasks.get(request);
    }
    if (method == McpMethod.TASKS_UPDATE) {
      tasks.update(request);
    } else {
      tasks.cancel(request);
    }
    return Json.createObjectBuilder();
  }

  /** With the extension, if it is offered. */
  JsonObjectBuilder withTasks(JsonObjectBuilder capabilities) {
    return features.hasTasks() ? capabilities.add("extensions", EXTENSION) : capabilities;
  }
}
