package dev.gatehouse.mcp.modern;

import dev.gatehouse.engine.bean.ContextParameter;
import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.engine.interaction.ClientChannel;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.interaction.OpenQuestions;
import dev.gatehouse.engine.interaction.TaskBegun;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.LogLevel;
import dev.gatehouse.interaction.MissingCapabilityException;
import dev.gatehouse.interaction.Task;
import dev.gatehouse.interaction.UnansweredException;
import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.Era;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.PreparedCall;
import dev.gatehouse.mcp.call.WatchedCall;
import dev.gatehouse.mcp.modern.round.MultiRoundTrip;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A request since 2026-07-28 that runs a method of a bean.
 *
 * @param complete adds what belongs around a result that is complete
 * @param task what a method that begins one is answered with; empty where none can begin
 * @param end who is told how it ended
 */
record ModernCall(
    PreparedCall work,
    Optional<JsonValue> progressToken,
    Optional<LogLevel> logLevel,
    ClientCapabilities capabilities,
    MultiRoundTrip.Round round,
    UnaryOperator<JsonObjectBuilder> complete,
    Optional<Supplier<JsonObjectBuilder>> task,
    CallEnd end)
    implements Era.Call {
  /** The client can't be asked for something that the call needs. */
  static final int MISSING_CAPABILITY = -32021;

  // A missing capability is HTTP 400, which a stream that has begun can't say any more.
  @Override
  public boolean streams() {
    boolean follows =
        progressToken.isPresent() && work.uses().contains(ContextParameter.PROGRESS)
            || logLevel.isPresent() && work.uses().contains(ContextParameter.LOG);
    boolean asks = work.uses().contains(ContextParameter.INPUT);
    return follows
        ? !asks || !capabilities.declared().isEmpty()
        : work.uses().contains(ContextParameter.CANCELLATION) && !(asks && capabilities.lackSome());
  }

  @Override
  public JsonObject run(ClientChannel channel, Cancellation cancellation) {
    return WatchedCall.run(
        end,
        cancellation,
        () -> result(channel, cancellation),
        e -> complete.apply(work.notAllowed().apply(e)).build());
  }

  private JsonObject result(ClientChannel channel, Cancellation cancellation) {
    Exchange exchange =
        new Exchange(
            channel.progress(progressToken),
            channel.log(work.name(), logLevel),
            cancellation,
            round.input(capabilities),
            task.<Task>map(begins -> ModernCall::begin).orElse(Exchange.STAYS));
    try {
      return answered(exchange);
    } catch (MissingCapabilityException e) {
      throw McpException.badRequest(
          MISSING_CAPABILITY,
          e.getMessage(),
          Json.createObjectBuilder()
              .add("requiredCapabilities", ClientCapabilities.toJson(e.missing()))
              .build());
    } catch (UnansweredException e) {
      throw McpException.inBand(new JsonRpcError(JsonRpcError.INTERNAL_ERROR, e.getMessage()));
    }
  }

  // Asking once more may be too much, which is answered as what the method itself throws.
  private JsonObject answered(Exchange exchange) {
    try {
      return complete.apply(work.body().apply(exchange)).build();
    } catch (OpenQuestions e) {
      return round.inputRequired(e).build();
    } catch (TaskBegun e) {
      return task.orElseThrow().get().build();
    }
  }

  private static void begin() {
    throw new TaskBegun();
  }
}
