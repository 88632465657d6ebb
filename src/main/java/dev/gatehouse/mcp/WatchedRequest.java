package dev.gatehouse.mcp;

import dev.gatehouse.bean.AccessDeniedException;
import dev.gatehouse.client.CancelledException;
import dev.gatehouse.jsonrpc.JsonRpcError;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers a request and tells how it ended. */
final class WatchedRequest {
  private WatchedRequest() {}

  /** What runs on in a stream tells its end itself. */
  static McpResponse answer(Passage passage, Supplier<McpResponse> answer) {
    return run(passage, answer, WatchedRequest::end);
  }

  /** One element of a batch. */
  static JsonObject element(Passage passage, Supplier<JsonObject> answer) {
    return run(passage, answer, body -> Optional.of(RequestEnd.of(body)));
  }

  /** Gets ready for something that tells the end itself, unless getting ready fails. */
  static <T> T prepare(Passage passage, Supplier<T> preparation) {
    return run(passage, preparation, ready -> Optional.empty());
  }

  private static <T> T run(
      Passage passage, Supplier<T> work, Function<T, Optional<RequestEnd>> end) {
    T done;
    try {
      done = passage.within(work);
    } catch (RuntimeException | Error e) {
      passage.ended(end(e));
      throw e;
    }
    end.apply(done).ifPresent(passage::ended);
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
