package dev.gatehouse.mcp.legacy;

import dev.gatehouse.cluster.NodeMessage;
import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.database.Database;
import dev.gatehouse.database.Sql;
import dev.gatehouse.mcp.seal.StateCipher;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Sessions that any node goes on with: the id says, sealed, what a session is; the database has
 * what its client set since, and that it ended.
 */
final class ManyNodes implements SessionDirectory {
  /** How long after its beginning an id is taken. */
  static final Duration LIFE = Duration.ofDays(7);

  private static final int LONGEST_ID = 1024;
  private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);
  private static final String ENDED = "session.ended";
  private static final String CHANGED = "session.changed";
  private static final String TOLD = "session.told";

  private final Nodes nodes;
  private final Database database;
  private final StateCipher cipher;
  private final Clock clock;
  private Instant swept = Instant.MIN;

  ManyNodes(Nodes nodes, Database database, StateCipher cipher, Clock clock) {
    this.nodes = nodes;
    this.database = database;
    this.cipher = cipher;
    this.clock = clock;
  }

  private record Row(boolean ended, String preferences) {}

  @Override
  public String node() {
    return nodes.self();
  }

  @Override
  public String register(SessionTraits traits) {
    String sealed =
        Json.createObjectBuilder(traits.toJson())
            .add("o", digest(traits.owner()))
            .add("n", nodes.self())
            .add("t", clock.instant().getEpochSecond())
            .build()
            .toString();
    return cipher.seal(sealed.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Optional<Known> find(String id, String owner) {
    return opened(id)
        .filter(json -> json.getString("o").equals(digest(owner)))
        .filter(json -> clock.instant().isBefore(began(json).plus(LIFE)))
        .map(json -> SessionTraits.of(json, owner))
        .flatMap(traits -> known(key(id), traits));
  }

  private Optional<JsonObject> opened(String id) {
    if (id.length() > LONGEST_ID) {
      return Optional.empty();
    }
    return cipher
        .open(id)
        .map(
            plain -> {
              try (var reader = Json.createReader(new ByteArrayInputStream(plain))) {
                return reader.readObject();
              }
            });
  }

  private static Instant began(JsonObject json) {
    return Instant.ofEpochSecond(json.getJsonNumber("t").longValue());
  }

  private Optional<Known> known(String key, SessionTraits traits) {
    Optional<Row> row =
        database.with(
            sql ->
                sql.first(
                    "select ended, preferences from gatehouse_session where session = ?",
                    at -> new Row(at.getBoolean(1), at.getString(2)),
                    key));
    return row.filter(Row::ended).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Known(
                traits,
                row.map(known -> preferences(known.preferences()))
                    .orElse(SessionPreferences.NONE)));
  }

  private static SessionPreferences preferences(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return SessionPreferences.of(reader.readObject());
    }
  }

  @Override
  public String key(String id) {
    return digest(id);
  }

  @Override
  public void end(String id) {
    write(key(id), true, SessionPreferences.NONE);
    nodes.tell(new NodeMessage(ENDED, key(id), JsonValue.EMPTY_JSON_OBJECT));
  }

  @Override
  public void save(String id, SessionPreferences preferences) {
    write(key(id), false, preferences);
    nodes.tell(new NodeMessage(CHANGED, key(id), preferences.toJson()));
  }

  // Whoever is second at the same time finds the row of the first.
  private void write(String key, boolean ended, SessionPreferences preferences) {
    database.with(
        sql -> {
          if (!isUpdated(sql, key, ended, preferences)) {
            try {
              return sql.update(
                  "insert into gatehouse_session values (?, ?, ?, ?)",
                  key,
                  ended,
                  preferences.toJson().toString(),
                  clock.instant().plus(LIFE).toEpochMilli());
            } catch (SQLException e) {
              if (!isUpdated(sql, key, ended, preferences)) {
                throw e;
              }
            }
          }
          return 1;
        });
  }

  // What has ended stays so.
  private static boolean isUpdated(
      Sql sql, String key, boolean ended, SessionPreferences preferences) throws SQLException {
    return sql.update(
            "update gatehouse_session set ended = (ended or ?), preferences = ? where session = ?",
            ended,
            preferences.toJson().toString(),
            key)
        == 1;
  }

  @Override
  public void pass(String id, JsonObject message) {
    nodes.tell(new NodeMessage(TOLD, key(id), message));
  }

  @Override
  public void listen(Listener listener) {
    nodes.listen(ENDED, message -> listener.ended(message.target()));
    nodes.listen(
        CHANGED,
        message -> listener.changed(message.target(), SessionPreferences.of(message.body())));
    nodes.listen(TOLD, message -> listener.told(message.target(), message.body()));
  }

  @Override
  public synchronized void sweep(Instant now) {
    if (database.isReady() && now.isAfter(swept.plus(SWEPT_EVERY))) {
      swept = now;
      database.with(
          sql ->
              sql.update("delete from gatehouse_session where expires_at < ?", now.toEpochMilli()));
    }
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
