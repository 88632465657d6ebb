package dev.gatehouse.mcp.legacy;

import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.legacy.directory.SessionDirectory;
import dev.gatehouse.mcp.legacy.directory.SessionPreferences;
import dev.gatehouse.mcp.legacy.relay.StreamRelays;
import dev.gatehouse.mcp.stream.Connection;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Does here what the client of a session told another node. */
record OtherNodes(Sessions sessions, StreamRelays relays) implements SessionDirectory.Listener {

  @Override
  public void ended(String key) {
    sessions.withKey(key).ifPresent(sessions::endHere);
  }

  @Override
  public void changed(String key, SessionPreferences preferences) {
    sessions.withKey(key).ifPresent(session -> session.prefer(preferences));
  }

  @Override
  public void told(String key, JsonObject message) {
    if (StreamRelays.isMeant(message)) {
      relays.take(key, message, (wanted, out) -> resume(sessions.withKey(key), wanted, out));
    } else {
      sessions.withKey(key).ifPresent(session -> take(session, message));
    }
  }

  // Empty where the events are gone, false where the caller's token does not reach so far.
  private static Optional<Boolean> resume(
      Optional<Session> here, StreamRelays.Wanted wanted, Connection out) {
    return here.filter(session -> session.knows(wanted.after()))
        .flatMap(
            session ->
                session.call(wanted.after()).filter(call -> !Reach.has(wanted, call)).isPresent()
                    ? Optional.of(false)
                    : Optional.of(new Listener(out, wanted.until(), () -> {}))
                        .filter(listener -> session.resume(wanted.after(), listener))
                        .map(listener -> true));
  }

  private static void take(Session session, JsonObject message) {
    if (message.containsKey("method")) {
      cancel(session, message.getJsonObject("params"));
    } else {
      session.reply(message);
    }
  }

  /** Cancels what {@code notifications/cancelled} names; false when it does not run here. */
  static boolean cancel(Session session, JsonObject params) {
    Optional<String> reason =
        params.get("reason") instanceof JsonString text
            ? Optional.of(McpException.brief(text.getString()))
            : Optional.empty();
    return JsonRpcId.of(params.getOrDefault("requestId", JsonValue.NULL))
        .map(id -> session.cancel(id, reason))
        .orElse(true);
  }
}
