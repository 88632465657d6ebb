package dev.gatehouse.mcp.legacy.directory;

import dev.gatehouse.json.Json;
import dev.gatehouse.mcp.call.CanonicalJson;
import dev.gatehouse.mcp.seal.StateCipher;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Ids that say, sealed, what a session is. */
record SessionSeal(StateCipher cipher, Clock clock) {
  private static final int LONGEST_ID = 1024;

  /** A new id of a session that begins on this node. */
  String seal(SessionTraits traits, String node) {
    String plain =
        Json.createObjectBuilder(traits.toJson())
            .add("o", digest(traits.owner()))
            .add("n", node)
            .add("t", clock.instant().getEpochSecond())
            .build()
            .toString();
    return cipher.seal(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty if it is none of ours, too old or another caller's. */
  Optional<SessionTraits> open(String id, String owner) {
    return id.length() > LONGEST_ID
        ? Optional.empty()
        : cipher
            .open(id)
            .map(SessionSeal::json)
            .filter(json -> json.getString("o").equals(digest(owner)))
            .filter(json -> clock.instant().isBefore(began(json).plus(SessionDirectory.LIFE)))
            .map(json -> SessionTraits.of(json, owner));
  }

  static JsonObject json(byte[] plain) {
    try (var reader =
        Json.createReader(new StringReader(new String(plain, StandardCharsets.UTF_8)))) {
      return reader.readObject();
    }
  }

  private static Instant began(JsonObject json) {
    return Instant.ofEpochSecond(json.getJsonNumber("t").longValue());
  }

  static String digest(String text) {
    return CanonicalJson.digest(Json.createValue(text));
  }
}
