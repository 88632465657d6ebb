package dev.gatehouse.mcp;

import dev.gatehouse.bean.ContextParameter;
import dev.gatehouse.client.Cancellation;
import dev.gatehouse.client.ClientCapabilities;
import dev.gatehouse.client.ClientChannel;
import dev.gatehouse.client.Exchange;
import dev.gatehouse.client.InputRequiredException;
import dev.gatehouse.client.LogLevel;
import dev.gatehouse.client.McpLog;
import dev.gatehouse.client.MissingCapabilityException;
import dev.gatehouse.client.Progress;
import dev.gatehouse.client.UnansweredException;
import dev.gatehouse.jsonrpc.JsonRpcError;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A request since 2026-07-28 that runs a method of a bean.
 *
 * @param complete adds what belongs around a result that is complete
 * @param end who is told how it ended
 */
record ModernCall(
    Work work,
    Optional<JsonValue> progressToken,
    Optional<LogLevel> logLevel,
    ClientCapabilities capabilities,
    Rounds.Round round,
    UnaryOperator<JsonObjectBuilder> complete,
    CallEnd end)
    implements Era.Call {
  private static final int MISSING_CAPABILITY = -32021;

  /** The type of a result with questions. */
  static final String INPUT_REQUIRED = "input_required";

  @Override
  public boolean streams() {
    return progressToken.isPresent() && work.uses().contains(ContextParameter.PROGRESS)
        || logLevel.isPresent() && work.uses().contains(ContextParameter.LOG)
        || work.uses().contains(ContextParameter.CANCELLATION);
  }

  @Override
  public JsonObject run(ClientChannel channel, Cancellation cancellation) {
    return WatchedCall.run(end, cancellation, () -> result(channel, cancellation));
  }

  private JsonObject result(ClientChannel channel, Cancellation cancellation) {
    Exchange exchange =
        new Exchange(
            new Progress(channel, progressToken),
            new McpLog(channel, work.name(), logLevel),
            cancellation,
            round.input(capabilities));
    try {
      return complete.apply(work.body().apply(exchange)).build();
    } catch (InputRequiredException e) {
      return round.inputRequired(e).build();
    } catch (MissingCapabilityException e) {
      throw McpException.badRequest(
          MISSING_CAPABILITY,
          e.getMessage(),
          Json.createObjectBuilder().add("requiredCapabilities", e.requiredCapabilities()).build());
    } catch (UnansweredException e) {
      throw McpException.inBand(new JsonRpcError(JsonRpcError.INTERNAL_ERROR, e.getMessage()));
    }
  }
}
