package dev.gatehouse.http;

import dev.gatehouse.mcp.McpResponse;
import dev.gatehouse.mcp.Subscriptions;
import dev.gatehouse.security.Authenticated;
import dev.gatehouse.security.CallerHolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;

/**
 * Opens the streams that live on without a thread.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/utilities/subscriptions">Subscriptions</a>
 */
@Path(ListenRouting.PATH)
@Authenticated
@Listens
@ApplicationScoped
public class ListenResource {
  @Inject PreparedListening prepared;
  @Inject Subscriptions subscriptions;
  @Inject Listener listener;
  @Inject CallerHolder holder;
  @Inject KeepAlive keepAlive;
  @Inject Writers writers;

  /** Opens what the filter has accepted. */
  @POST
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void listen(@Context SseEventSink sink, @Context Sse sse) {
    try {
      McpResponse.Listening listening = prepared.take().orElseThrow();
      SinkStream stream = new SinkStream(sink, sse, writers);
      keepAlive.add(stream);
      stream.onClosed(() -> keepAlive.remove(stream));
      subscriptions.open(
          listener.owner(),
          listening.id(),
          listening.filter(),
          stream,
          Optional.of(listener.until()));
    } finally {
      holder.clear();
    }
  }
}
