package dev.gatehouse.mcp.legacy.relay;

import dev.gatehouse.json.Json;
import dev.gatehouse.mcp.legacy.directory.SessionDirectory;
import dev.gatehouse.mcp.stream.Connection;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Goes on here with streams that other nodes have, and sends them those of this node. The id of the
 * last event says which node has a stream; what nodes tell each other of it is sealed.
 */
public final class StreamRelays {
  private static final String RELAY = "relay";
  private static final String AFTER = "after";
  private static final String LEFT = "left";

  private final SessionDirectory directory;
  private final Map<String, IncomingEvents> incoming = new ConcurrentHashMap<>();
  private final Map<String, OutgoingEvents> outgoing = new ConcurrentHashMap<>();

  /** With none yet. */
  public StreamRelays(SessionDirectory directory) {
    this.directory = directory;
  }

  /**
   * Where a client goes on that another node has.
   *
   * @param after the last event that the client has
   * @param until when its token counts no more
   */
  public record Wanted(String after, JsonArray allowed, Instant until) {}

  /** Whether another node tells of such a stream, not of its client. */
  public static boolean isMeant(JsonObject message) {
    return message.containsKey(RELAY);
  }

  /** Has a client of this node read a stream of another one. */
  public void follow(FollowedStream stream, boolean isNodeGone, Connection out) {
    String id = UUID.randomUUID().toString();
    IncomingEvents events = new IncomingEvents(stream, out, () -> left(id, stream));
    incoming.put(id, events);
    out.start(events);
    if (isNodeGone) {
      events.end(RelayEnd.NODE_GONE);
      return;
    }
    directory.passSoon(
        stream.session(),
        Json.createObjectBuilder()
            .add(RELAY, id)
            .add("from", directory.node())
            .add("to", stream.node())
            .add(AFTER, stream.after())
            .add("allowed", stream.allowed())
            .add("until", stream.until().getEpochSecond())
            .build());
  }

  private void left(String id, FollowedStream stream) {
    incoming.remove(id);
    directory.passSoon(
        stream.session(),
        Json.createObjectBuilder().add(RELAY, id).add(LEFT, stream.node()).build());
  }

  /**
   * Takes what another node tells of a stream.
   *
   * @param session as nodes call it
   * @param open opens the stream here; says why it can't
   */
  public void take(
      String session, JsonObject message, BiFunction<Wanted, Connection, Optional<Boolean>> open) {
    String id = message.getString(RELAY);
    if (message.containsKey(AFTER)) {
      if (message.getString("to").equals(directory.node())) {
        send(id, session, message, open);
      }
    } else if (message.containsKey(LEFT)) {
      Optional.ofNullable(outgoing.get(id)).ifPresent(OutgoingEvents::close);
    } else {
      Optional.ofNullable(incoming.get(id)).ifPresent(events -> events.take(message));
    }
  }

  private void send(
      String id,
      String session,
      JsonObject message,
      BiFunction<Wanted, Connection, Optional<Boolean>> open) {
    OutgoingEvents events =
        new OutgoingEvents(
            message.getString("from"),
            told -> directory.passSoon(session, told.add(RELAY, id).build()),
            () -> outgoing.remove(id));
    if (outgoing.putIfAbsent(id, events) != null) {
      return;
    }
    Wanted wanted =
        new Wanted(
            message.getString(AFTER),
            message.getJsonArray("allowed"),
            Instant.ofEpochSecond(message.getJsonNumber("until").longValue()));
    Optional<Boolean> opened = open.apply(wanted, events);
    if (opened.isEmpty()) {
      events.refuse(RelayEnd.FORGOTTEN);
    } else if (!opened.get()) {
      events.refuse(RelayEnd.REFUSED);
    }
  }

  /** Ends those whose token counts no more, or whose other node has ended; for now and then. */
  public void sweep(Instant now) {
    for (IncomingEvents events : List.copyOf(incoming.values())) {
      if (events.isExpired(now)) {
        events.end(RelayEnd.OVER);
      } else if (directory.isGone(events.stream().node())) {
        events.end(RelayEnd.NODE_GONE);
      }
    }
    outgoing.values().stream()
        .filter(events -> directory.isGone(events.reader()))
        .toList()
        .forEach(OutgoingEvents::close);
  }
}
