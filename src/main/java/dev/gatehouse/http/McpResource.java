package dev.gatehouse.http;

import dev.gatehouse.bean.Declaration;
import dev.gatehouse.config.Settings;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcException;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.Access;
import dev.gatehouse.mcp.McpDispatcher;
import dev.gatehouse.mcp.McpHeaders;
import dev.gatehouse.mcp.McpResponse;
import dev.gatehouse.security.Authenticated;
import dev.gatehouse.security.CallerHolder;
import dev.gatehouse.security.Challenges;
import dev.gatehouse.security.DeclaredScopes;
import dev.gatehouse.security.InsufficientScopeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The MCP endpoint.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP</a>
 */
@Path("/mcp")
@Authenticated
@ApplicationScoped
public class McpResource {
  // JSON-RPC 2.0, 5.1 leaves codes outside its reserved range to applications.
  private static final int INSUFFICIENT_SCOPE = 403;

  private final JsonRpcCodec codec = new JsonRpcCodec();

  @Inject McpDispatcher dispatcher;
  @Inject Settings settings;
  @Inject DeclaredScopes scopes;
  @Inject Challenges challenges;
  @Inject CallerHolder holder;
  @Context HttpHeaders headers;

  /** Answers one message. */
  @POST
  public Response post(InputStream body) throws IOException {
    try {
      return answer(body);
    } finally {
      holder.clear();
    }
  }

  private Response answer(InputStream body) throws IOException {
    Optional<Response> refusal = MediaTypes.refusal(headers);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    int limit = settings.maxBodyBytes();
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      return JsonResponses.error(413, "The body is larger than " + limit + " bytes");
    }
    try {
      return answer(codec.parse(bytes));
    } catch (JsonRpcException e) {
      return JsonResponses.of(400, e.error().answer(e.id()));
    }
  }

  private Response answer(JsonRpcMessage message) {
    try {
      McpResponse response = dispatcher.answer(message, new McpHeaders(this::header), access());
      return response
          .body()
          .map(body -> JsonResponses.of(response.status(), body))
          .orElseGet(() -> Response.status(response.status()).build());
    } catch (InsufficientScopeException e) {
      return challenges.insufficientScope(e, refused(e, message));
    }
  }

  private static JsonObject refused(InsufficientScopeException e, JsonRpcMessage message) {
    Optional<JsonRpcId> id =
        message instanceof JsonRpcMessage.Request request
            ? Optional.of(request.id())
            : Optional.empty();
    return new JsonRpcError(INSUFFICIENT_SCOPE, e.getMessage()).answer(id);
  }

  private Optional<String> header(String name) {
    List<String> values = headers.getRequestHeader(name);
    return values == null || values.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", ", values).strip());
  }

  private Access access() {
    return new Access() {
      @Override
      public boolean allows(Declaration declaration) {
        return scopes.allows(declaration);
      }

      @Override
      public void demand(Declaration declaration) {
        scopes.demand(declaration);
      }
    };
  }

  /** There is no stream to open. */
  @GET
  public Response get() {
    return onlyPost();
  }

  /** There is no session to end. */
  @DELETE
  public Response delete() {
    return onlyPost();
  }

  private static Response onlyPost() {
    return Response.fromResponse(JsonResponses.error(405, "The MCP endpoint answers POST"))
        .header(HttpHeaders.ALLOW, "POST")
        .build();
  }
}
