package dev.gatehouse.http;

import dev.gatehouse.config.Settings;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcException;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.McpDispatcher;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.challenge.Challenges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** From a POST to what the dispatcher says of it, or to the refusal of what is no message. */
@ApplicationScoped
public class MessageReader {
  // JSON-RPC 2.0, 5.1 leaves codes outside its reserved range to applications.
  private static final int INSUFFICIENT_SCOPE = 403;

  private final JsonRpcCodec codec = new JsonRpcCodec();

  @Inject McpDispatcher dispatcher;
  @Inject Settings settings;
  @Inject Challenges challenges;
  @Inject RequestAccess access;

  /** The HTTP response: a refusal, or what {@code render} makes of the dispatcher's answer. */
  public Optional<Response> answer(
      HttpHeaders headers,
      InputStream body,
      BooleanSupplier mayStream,
      Function<McpResponse, Optional<Response>> render) {
    Optional<Response> refusal = MediaTypes.refusal(headers);
    if (refusal.isPresent()) {
      return refusal;
    }
    try {
      byte[] bytes = new BoundedBody(settings.maxBodyBytes(), settings.maxBodyTime()).read(body);
      return answer(codec.parse(bytes), headers, mayStream.getAsBoolean(), render);
    } catch (RefusedBodyException e) {
      return Optional.of(JsonResponses.error(e.status(), e.getMessage()));
    } catch (JsonRpcException e) {
      return Optional.of(JsonResponses.of(400, e.error().answer(e.id())));
    }
  }

  private Optional<Response> answer(
      JsonRpcMessage message,
      HttpHeaders headers,
      boolean mayStream,
      Function<McpResponse, Optional<Response>> render) {
    try {
      return render.apply(dispatcher.answer(message, headers(headers), access, mayStream));
    } catch (InsufficientScopeException e) {
      return Optional.of(
          McpDispatcher.isModern(message, headers(headers))
              ? challenges.insufficientScope(e, refused(e, message))
              : challenges.insufficientScopeInAll(e, refused(e, message)));
    }
  }

  private static JsonObject refused(InsufficientScopeException e, JsonRpcMessage message) {
    Optional<JsonRpcId> id =
        message instanceof JsonRpcMessage.Request request
            ? Optional.of(request.id())
            : Optional.empty();
    return new JsonRpcError(INSUFFICIENT_SCOPE, e.getMessage()).answer(id);
  }

  /** The protocol's view of the headers. */
  public static McpHeaders headers(HttpHeaders headers) {
    return new McpHeaders(name -> header(headers, name));
  }

  private static Optional<String> header(HttpHeaders headers, String name) {
    List<String> values = headers.getRequestHeader(name);
    return values == null || values.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", ", values).strip());
  }
}
