package dev.gatehouse.mcp.modern.task;

import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.engine.interaction.ClientChannel;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.interaction.InputChannel;
import dev.gatehouse.engine.interaction.OpenQuestions;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.MissingCapabilityException;
import dev.gatehouse.interaction.UnansweredException;
import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.Era;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.PreparedCall;
import dev.gatehouse.mcp.call.ResultType;
import dev.gatehouse.mcp.call.StreamedCall;
import dev.gatehouse.mcp.call.WatchedCall;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One run of a task's method, from its start to its end or its next question.
 *
 * @param complete adds what belongs around a result that is complete
 */
final class TaskCall implements Era.Call {
  private static final ClientChannel NOBODY = (method, params) -> {};
  private static final JsonRpcId ID = new JsonRpcId(Json.createValue("task"));

  private final StoredTask task;
  private final PreparedCall work;
  private final ClientCapabilities capabilities;
  private final UnaryOperator<JsonObjectBuilder> complete;
  private final CallEnd end;
  private Optional<OpenQuestions> questions = Optional.empty();

  TaskCall(
      StoredTask task,
      PreparedCall work,
      ClientCapabilities capabilities,
      UnaryOperator<JsonObjectBuilder> complete,
      CallEnd end) {
    this.task = task;
    this.work = work;
    this.capabilities = capabilities;
    this.complete = complete;
    this.end = end;
  }

  /** The JSON-RPC answer that a client would have had. */
  JsonObject answer(Cancellation cancellation) {
    var request = new JsonRpcMessage.Request(ID, "tools/call", task.content().params());
    return StreamedCall.answer(request, this, NOBODY, cancellation);
  }

  /** What the client has to answer before there is a result. */
  Optional<OpenQuestions> questions() {
    return questions;
  }

  @Override
  public JsonObject run(ClientChannel channel, Cancellation cancellation) {
    return WatchedCall.run(
        end,
        cancellation,
        () -> result(cancellation),
        e -> complete.apply(work.notAllowed().apply(e)).build());
  }

  private JsonObject result(Cancellation cancellation) {
    Exchange exchange =
        new Exchange(
            NOBODY.progress(Optional.empty()),
            NOBODY.log(work.name(), Optional.empty()),
            cancellation,
            InputChannel.NEXT_RUN.input(capabilities, task.content().answers()),
            Exchange.STAYS);
    try {
      return complete.apply(work.body().apply(exchange)).build();
    } catch (OpenQuestions e) {
      return asking(e);
    } catch (MissingCapabilityException | UnansweredException e) {
      throw McpException.inBand(new JsonRpcError(JsonRpcError.INTERNAL_ERROR, e.getMessage()));
    }
  }

  private JsonObject asking(OpenQuestions e) {
    if (task.content().runs() > Input.MAX_ROUNDS) {
      throw McpException.inBand(
          new JsonRpcError(
              JsonRpcError.INTERNAL_ERROR,
              "There was no usable answer in " + Input.MAX_ROUNDS + " rounds"));
    }
    questions = Optional.of(e);
    return Json.createObjectBuilder()
        .add("resultType", ResultType.INPUT_REQUIRED.wireName())
        .build();
  }
}
