package dev.gatehouse.mcp.legacy.directory;

import dev.gatehouse.cluster.NodeMessage;
import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.json.Json;
import dev.gatehouse.mcp.seal.StateCipher;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Sessions that any node goes on with, and what nodes tell each other of them. */
record ManyNodes(Nodes nodes, SessionSeal seal, SessionRows rows, StateCipher messages)
    implements SessionDirectory {
  private static final String SEALED = "sealed";
  private static final String ENDED = "session.ended";
  private static final String CHANGED = "session.changed";
  private static final String TOLD = "session.told";

  @Override
  public String node() {
    return nodes.self();
  }

  @Override
  public String register(SessionTraits traits) {
    return seal.seal(traits, nodes.self());
  }

  @Override
  public Optional<Known> find(String id, String owner) {
    return seal.open(id, owner)
        .flatMap(traits -> rows.find(key(id)).map(preferences -> new Known(traits, preferences)));
  }

  @Override
  public String key(String id) {
    return SessionSeal.digest(id);
  }

  @Override
  public void end(String id) {
    rows.write(key(id), true, SessionPreferences.NONE);
    nodes.tell(new NodeMessage(ENDED, key(id), JsonValue.EMPTY_JSON_OBJECT));
  }

  @Override
  public Optional<SessionPreferences> preferences(String id) {
    return rows.find(key(id));
  }

  @Override
  public void save(String id, SessionPreferences preferences) {
    rows.write(key(id), false, preferences);
    nodes.tell(new NodeMessage(CHANGED, key(id), preferences.toJson()));
  }

  // Sealed, since it may hold what a user answered.
  @Override
  public void pass(String id, JsonObject message) {
    nodes.tell(told(key(id), message));
  }

  @Override
  public void passSoon(String key, JsonObject message) {
    nodes.tellSoon(told(key, message));
  }

  private NodeMessage told(String key, JsonObject message) {
    String sealed = messages.seal(message.toString().getBytes(StandardCharsets.UTF_8));
    return new NodeMessage(TOLD, key, Json.createObjectBuilder().add(SEALED, sealed).build());
  }

  @Override
  public boolean isGone(String node) {
    return nodes.isGone(node);
  }

  private Optional<JsonObject> opened(NodeMessage message) {
    return messages.open(message.body().getString(SEALED)).map(SessionSeal::json);
  }

  @Override
  public void listen(Listener listener) {
    nodes.listen(ENDED, message -> listener.ended(message.target()));
    nodes.listen(
        CHANGED,
        message -> listener.changed(message.target(), SessionPreferences.of(message.body())));
    nodes.listen(
        TOLD, message -> opened(message).ifPresent(told -> listener.told(message.target(), told)));
  }

  @Override
  public void sweep(Instant now) {
    rows.sweep(now);
  }
}
