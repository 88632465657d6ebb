package dev.gatehouse.http;

import dev.gatehouse.http.stream.ResumableCalls;
import dev.gatehouse.http.stream.SseConnection;
import dev.gatehouse.http.stream.SseConnections;
import dev.gatehouse.mcp.McpDispatcher;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.ResumableCall;
import dev.gatehouse.request.CurrentRequest;
import dev.gatehouse.request.RequestHeaders;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.challenge.Authenticated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The MCP endpoint.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP</a>
 */
@Path(McpResource.PATH)
@Authenticated
@ApplicationScoped
public class McpResource {
  /** What the paths of all resources begin with; none of them is public. */
  public static final String INSIDE = "dev.gatehouse/";

  /** Where the application finds it. */
  public static final String PATH = INSIDE + "mcp";

  private static final String ALLOWED = "POST, GET, DELETE, OPTIONS";

  @Inject MessageReader messages;
  @Inject CallerHolder holder;
  @Inject SseConnections connections;
  @Inject McpDispatcher dispatcher;
  @Inject Authorizations authorizations;
  @Inject ResumableCalls resumableCalls;
  @Inject CurrentRequest request;

  /** Answers one message. */
  @POST
  public Response post(InputStream body) {
    RequestHeaders headers = request.headers();
    try {
      return messages
          .answer(
              headers,
              body,
              authorizations.current(),
              () -> MediaTypes.takesEvents(headers),
              response -> Optional.of(answer(response)))
          .orElseThrow();
    } finally {
      holder.clear();
    }
  }

  private Response answer(McpResponse response) {
    if (response instanceof McpResponse.Streamed streamed) {
      return stream(streamed);
    }
    if (response instanceof McpResponse.Resumable resumable) {
      return resumable(resumable);
    }
    if (response instanceof McpResponse.Listening) {
      return JsonResponses.error(406, "Accept must list text/event-stream to listen");
    }
    return JsonResponses.of((McpResponse.Immediate) response);
  }

  private Response stream(McpResponse.Streamed streamed) {
    Consumer<Connection> call = holder.asNow(streamed.call());
    return events(call::accept);
  }

  private Response resumable(McpResponse.Resumable resumable) {
    Consumer<ResumableCall> run = holder.asNow(ResumableCall::run);
    return events(
        connection -> resumableCalls.serve(resumable.open().apply(connection), run, connection));
  }

  private Response events(Consumer<SseConnection> call) {
    StreamingOutput body =
        out -> {
          SseConnection connection = connections.on(out);
          try {
            call.accept(connection);
          } finally {
            // The server uses the body for something else then.
            connection.serveToEnd();
          }
        };
    return Response.ok(body, MediaType.SERVER_SENT_EVENTS_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache, no-transform")
        .header("X-Accel-Buffering", "no")
        .build();
  }

  /** Refuses what asks for a stream and takes none. */
  @GET
  public Response get() {
    request.headers();
    holder.clear();
    return JsonResponses.error(406, "Accept must list text/event-stream");
  }

  /** Ends a session. */
  @DELETE
  public Response delete() {
    RequestHeaders headers = request.headers();
    try {
      return answer(dispatcher.end(new McpHeaders(headers.all()), authorizations.current()));
    } finally {
      holder.clear();
    }
  }

  /** There is nothing to say about a stream before it is opened (RFC 9110, 9.3.2 and 15.5.6). */
  @HEAD
  public Response head() {
    request.headers();
    holder.clear();
    return Response.status(405).header(HttpHeaders.ALLOW, ALLOWED).build();
  }

  /** Names the methods; without this one, some servers answer before the token is looked at. */
  @OPTIONS
  public Response options() {
    request.headers();
    holder.clear();
    return Response.noContent().header(HttpHeaders.ALLOW, ALLOWED).build();
  }
}
