package dev.gatehouse.mcp;

import dev.gatehouse.bean.ContextParameter;
import dev.gatehouse.client.Cancellation;
import dev.gatehouse.client.ClientChannel;
import dev.gatehouse.client.Exchange;
import dev.gatehouse.client.Input;
import dev.gatehouse.client.InputChannel;
import dev.gatehouse.client.McpLog;
import dev.gatehouse.client.MissingCapabilityException;
import dev.gatehouse.client.Progress;
import dev.gatehouse.client.UnansweredException;
import dev.gatehouse.jsonrpc.JsonRpcError;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/**
 * A request until 2025-11-25 that runs a method of a bean.
 *
 * @param end who is told how it ended
 */
record LegacyCall(Work work, Optional<JsonValue> progressToken, LegacySession session, CallEnd end)
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
    return WatchedCall.run(end, cancellation, () -> result(channel, cancellation, questions));
  }

  private JsonObject result(
      ClientChannel channel, Cancellation cancellation, InputChannel questions) {
    Exchange exchange =
        new Exchange(
            new Progress(channel, progressToken),
            new McpLog(channel, work.name(), Optional.of(session.logLevel())),
            cancellation,
            new Input(session.capabilities(), Map.of(), questions));
    try {
      return work.body().apply(exchange).build();
    } catch (MissingCapabilityException | UnansweredException e) {
      throw McpException.inBand(new JsonRpcError(JsonRpcError.INVALID_REQUEST, e.getMessage()));
    }
  }
}
