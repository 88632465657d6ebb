package dev.gatehouse.testing;

import dev.gatehouse.http.Authorizations;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcException;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.McpDispatcher;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.caller.VerifiedCaller;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The way of one caller's messages to the dispatcher, as HTTP would bring them. */
record Door(Deployment deployment, VerifiedCaller caller) {

  /**
   * One message and what comes back.
   *
   * @param onEvent takes what comes before the answer
   */
  Reply post(JsonObject message, Map<String, String> headers, Consumer<JsonObject> onEvent) {
    JsonRpcMessage parsed = parse(message);
    return within(
        dispatcher ->
            read(
                dispatcher.answer(parsed, headers(headers), authorization(), true),
                new Stream(onEvent)));
  }

  /** Ends a session. */
  void delete(Map<String, String> headers) {
    within(dispatcher -> dispatcher.end(headers(headers), authorization()));
  }

  private static JsonRpcMessage parse(JsonObject message) {
    try {
      return new JsonRpcCodec().parse(message.toString().getBytes(StandardCharsets.UTF_8));
    } catch (JsonRpcException e) {
      throw new IllegalArgumentException("No server would read this: " + e.getMessage(), e);
    }
  }

  private dev.gatehouse.mcp.call.Authorization authorization() {
    return deployment.bean(Authorizations.class).current();
  }

  private static McpHeaders headers(Map<String, String> headers) {
    Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, value) -> values.put(name, List.of(value)));
    return new McpHeaders(values);
  }

  private static Reply read(McpResponse response, Stream stream) {
    if (response instanceof McpResponse.Immediate now) {
      return Reply.of(now);
    }
    if (response instanceof McpResponse.Streamed streamed) {
      streamed.call().accept(stream);
    } else if (response instanceof McpResponse.Resumable resumable) {
      resumable.open().apply(stream).run();
    }
    return Reply.of(stream.answer());
  }

  // A reply to a question comes while the call that asked still runs, on its thread.
  private <T> T within(Function<McpDispatcher, T> work) {
    return deployment.inside(
        () -> {
          CallerHolder holder = deployment.bean(CallerHolder.class);
          RequestContextController request = deployment.bean(RequestContextController.class);
          Optional<VerifiedCaller> before = holder.current();
          boolean begun = request.activate();
          holder.set(caller);
          try {
            return work.apply(deployment.bean(McpDispatcher.class));
          } finally {
            before.ifPresentOrElse(holder::set, holder::clear);
            if (begun) {
              request.deactivate();
            }
          }
        });
  }

  /** The same, where the caller's rights decide. */
  Reply refusable(JsonObject message, Map<String, String> headers, Consumer<JsonObject> onEvent) {
    try {
      return post(message, headers, onEvent);
    } catch (InsufficientScopeException e) {
      return Reply.refused(e.needed());
    }
  }
}
