package dev.gatehouse.mcp.call;

import dev.gatehouse.interaction.CancelledException;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.tool.AccessDeniedException;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers a request and tells how it ended. */
public final class WatchedRequest {
  private WatchedRequest() {}

  /** What runs on in a stream tells its end itself. */
  public static McpResponse answer(RequestObservation observation, Supplier<McpResponse> answer) {
    return run(observation, answer, WatchedRequest::end);
  }

  /** One element of a batch. */
  public static JsonObject element(RequestObservation observation, Supplier<JsonObject> answer) {
    return run(observation, answer, body -> Optional.of(RequestEnd.of(body)));
  }

  /** Gets ready for something that tells the end itself, unless getting ready fails. */
  public static <T> T prepare(RequestObservation observation, Supplier<T> preparation) {
    return run(observation, preparation, ready -> Optional.empty());
  }

  private static <T> T run(
      RequestObservation observation, Supplier<T> work, Function<T, Optional<RequestEnd>> end) {
    T done;
    try {
      done = observation.within(work);
    } catch (RuntimeException | Error e) {
      observation.ended(end(e));
      throw e;
    }
    end.apply(done).ifPresent(observation::ended);
    return done;
  }

  private static Optional<RequestEnd> end(McpResponse response) {
    if (response instanceof McpResponse.Immediate immediate) {
      return Optional.of(
          immediate.body().filter(JsonObject.class::isInstance).isPresent()
              ? RequestEnd.of(immediate.body().get().asJsonObject())
              : RequestEnd.RESULT);
    }
    return response instanceof McpResponse.Listening
        ? Optional.of(RequestEnd.RESULT)
        : Optional.empty();
  }

  private static RequestEnd end(Throwable failure) {
    if (failure instanceof McpException refusal) {
      return RequestEnd.failed(refusal.error().code());
    }
    if (failure instanceof AccessDeniedException) {
      return RequestEnd.failed(StreamedCall.INSUFFICIENT_SCOPE);
    }
    return failure instanceof CancelledException
        ? RequestEnd.CANCELLED
        : RequestEnd.failed(JsonRpcError.INTERNAL_ERROR);
  }
}
