package dev.gatehouse.http.listen;

import dev.gatehouse.http.McpResource;
import dev.gatehouse.http.stream.SseConnections;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.request.CurrentRequest;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.challenge.Authenticated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/**
 * Opens the streams that live on without a thread.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/utilities/subscriptions">Subscriptions</a>
 */
@Path(ListenResource.PATH)
@Authenticated
@SseSubscription
@ApplicationScoped
public class ListenResource {
  static final String PATH = McpResource.PATH + "/listen";

  @Inject PreparedListening prepared;
  @Inject CallerHolder holder;
  @Inject SseConnections connections;
  @Inject CurrentRequest request;

  /** Opens the stream of a subscription. */
  @POST
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void subscribe(@Context SseEventSink sink, @Context Sse sse) {
    open(sink, sse);
  }

  /** Opens the stream of a session, or what was left of a broken one. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void follow(@Context SseEventSink sink, @Context Sse sse) {
    open(sink, sse);
  }

  private void open(SseEventSink sink, Sse sse) {
    request.headers();
    try {
      McpResponse.Listening listening = prepared.take().orElseThrow();
      listening.open().accept(connections.on(sink, sse));
    } finally {
      holder.clear();
    }
  }
}
