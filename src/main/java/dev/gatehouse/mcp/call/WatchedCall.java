package dev.gatehouse.mcp.call;

import dev.gatehouse.engine.outcome.NotAllowedException;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.CancelledException;
import dev.gatehouse.tool.AccessDeniedException;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs a call and tells how it ended. */
public final class WatchedCall {
  private final CallEnd end;
  private final long start = System.nanoTime();

  private WatchedCall(CallEnd end) {
    this.end = end;
  }

  /** The call's result, or the one for a caller whom the application does not let in. */
  public static JsonObject run(
      CallEnd end,
      Cancellation cancellation,
      Supplier<JsonObject> call,
      Function<NotAllowedException, JsonObject> notAllowed) {
    WatchedCall watched = new WatchedCall(end);
    JsonObject result;
    try {
      result = call.get();
    } catch (AccessDeniedException e) {
      watched.ended(CallEnd.Outcome.DENIED, Optional.of(e));
      if (e instanceof NotAllowedException refusal) {
        return notAllowed.apply(refusal);
      }
      throw e;
    } catch (RuntimeException | Error e) {
      boolean cancelled = e instanceof CancelledException || cancellation.isRequested();
      watched.ended(
          cancelled ? CallEnd.Outcome.CANCELLED : CallEnd.Outcome.FAILED, Optional.empty());
      throw e;
    }
    watched.ended(outcome(result), Optional.empty());
    return result;
  }

  private static CallEnd.Outcome outcome(JsonObject result) {
    if (result.getBoolean("isError", false)) {
      return CallEnd.Outcome.ANSWERED_WITH_ERROR;
    }
    return ResultType.INPUT_REQUIRED.isOf(result)
        ? CallEnd.Outcome.ASKED
        : CallEnd.Outcome.ANSWERED;
  }

  private void ended(CallEnd.Outcome outcome, Optional<AccessDeniedException> denial) {
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    end.ended(new CallEnd.Ending(outcome, duration, denial));
  }
}
