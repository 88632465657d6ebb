package dev.gatehouse.http;

import dev.gatehouse.config.Settings;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcException;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.McpDispatcher;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.call.StreamedCall;
import dev.gatehouse.request.RequestHeaders;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.challenge.Challenges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** From a POST to what the dispatcher says of it, or to the refusal of what is no message. */
@ApplicationScoped
public class MessageReader {
  private final JsonRpcCodec codec = new JsonRpcCodec();

  @Inject McpDispatcher dispatcher;
  @Inject Settings settings;
  @Inject Challenges challenges;

  /** The HTTP response: a refusal, or what {@code render} makes of the dispatcher's answer. */
  public Optional<Response> answer(
      RequestHeaders headers,
      InputStream body,
      Authorization access,
      BooleanSupplier mayStream,
      Function<McpResponse, Optional<Response>> render) {
    Optional<Response> refusal = MediaTypes.refusal(headers);
    if (refusal.isPresent()) {
      return refusal;
    }
    try {
      byte[] bytes = new BoundedBody(settings.maxBodyBytes(), settings.maxBodyTime()).read(body);
      return answer(codec.parse(bytes), headers, access, mayStream.getAsBoolean(), render);
    } catch (RefusedBodyException e) {
      return Optional.of(JsonResponses.error(e.status(), e.getMessage()));
    } catch (JsonRpcException e) {
      return Optional.of(JsonResponses.of(400, e.error().answer(e.id())));
    }
  }

  private Optional<Response> answer(
      JsonRpcMessage message,
      RequestHeaders headers,
      Authorization access,
      boolean mayStream,
      Function<McpResponse, Optional<Response>> render) {
    McpHeaders ours = new McpHeaders(headers.all());
    try {
      return render.apply(dispatcher.answer(message, ours, access, mayStream));
    } catch (InsufficientScopeException e) {
      return Optional.of(
          McpDispatcher.isModern(message, ours)
              ? challenges.insufficientScope(e, refused(e, message))
              : challenges.insufficientScopeInAll(e, refused(e, message)));
    }
  }

  private static JsonObject refused(InsufficientScopeException e, JsonRpcMessage message) {
    Optional<JsonRpcId> id =
        message instanceof JsonRpcMessage.Request request
            ? Optional.of(request.id())
            : Optional.empty();
    return new JsonRpcError(StreamedCall.INSUFFICIENT_SCOPE, e.getMessage()).answer(id);
  }
}
