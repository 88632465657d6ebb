package dev.gatehouse.mcp.legacy;

import dev.gatehouse.engine.bean.ContextParameter;
import dev.gatehouse.engine.interaction.ClientChannel;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.interaction.InputChannel;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.LogLevel;
import dev.gatehouse.interaction.MissingCapabilityException;
import dev.gatehouse.interaction.UnansweredException;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.Era;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.PreparedCall;
import dev.gatehouse.mcp.call.WatchedCall;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/**
 * A request until 2025-11-25 that runs a method of a bean.
 *
 * @param end who is told how it ended
 */
record LegacyCall(
    PreparedCall work, Optional<JsonValue> progressToken, Session session, CallEnd end)
    implements Era.Call {

  @Override
  public boolean streams() {
    return progressToken.isPresent() && work.uses().contains(ContextParameter.PROGRESS)
        || work.uses().contains(ContextParameter.LOG)
        || work.uses().contains(ContextParameter.INPUT)
        || work.uses().contains(ContextParameter.CANCELLATION);
  }

  /** Runs without a stream, so that the client can't be asked. */
  @Override
  public JsonObject run(ClientChannel channel, Cancellation cancellation) {
    InputChannel nobody =
        (open, accepted) -> {
          throw new UnansweredException("The client takes no event stream to be asked on");
        };
    return run(channel, cancellation, nobody);
  }

  JsonObject run(ClientChannel channel, Cancellation cancellation, InputChannel questions) {
    return WatchedCall.run(
        end,
        cancellation,
        () -> result(channel, cancellation, questions),
        e -> work.notAllowed().apply(e).build());
  }

  private LogLevel logLevel() {
    return work.uses().contains(ContextParameter.LOG)
        ? session.currentLogLevel()
        : session.logLevel();
  }

  private JsonObject result(
      ClientChannel channel, Cancellation cancellation, InputChannel questions) {
    Exchange exchange =
        new Exchange(
            channel.progress(progressToken),
            channel.log(work.name(), Optional.of(logLevel())),
            cancellation,
            questions.input(session.capabilities(), Map.of()),
            Exchange.STAYS);
    try {
      return work.body().apply(exchange).build();
    } catch (MissingCapabilityException | UnansweredException e) {
      throw McpException.inBand(new JsonRpcError(JsonRpcError.INVALID_REQUEST, e.getMessage()));
    }
  }
}
