package dev.gatehouse.audit;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Set;

/** An event as one line of JSON in ASCII, whatever a token's claims hold. */
final class AuditJson {
  private static final int MOST_CHARACTERS = 256;
  private static final int MOST_SCOPES = 64;
  private static final HexFormat HEX = HexFormat.of();

  private AuditJson() {}

  static String line(AuditEvent event) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("time", event.time().truncatedTo(ChronoUnit.MILLIS).toString())
            .add("outcome", event.outcome().text());
    if (!event.reason().isEmpty()) {
      json.add("reason", event.reason());
    }
    event.call().ifPresent(call -> add(json, call));
    event.caller().ifPresent(caller -> add(json, caller));
    event.duration().ifPresent(time -> json.add("durationMicros", time.toNanos() / 1000));
    event.traceId().ifPresent(id -> json.add("traceId", id));
    event.address().ifPresent(address -> json.add("address", brief(address)));
    if (event.isSummary()) {
      json.add("more", event.count());
    }
    return ascii(json.build().toString());
  }

  private static void add(JsonObjectBuilder json, AuditCall call) {
    json.add("kind", call.kind())
        .add("name", brief(call.name()))
        .add("argumentsDigest", call.argumentsDigest());
    addScopes(json, "scopesNeeded", call.sortedScopesNeeded());
  }

  private static void add(JsonObjectBuilder json, AuditCaller caller) {
    json.add("subject", brief(caller.subject()));
    caller.clientId().ifPresent(id -> json.add("clientId", brief(id)));
    caller.organization().ifPresent(id -> json.add("organization", brief(id)));
    caller.tokenId().ifPresent(id -> json.add("tokenId", brief(id)));
    addScopes(json, "scopesHeld", caller.sortedScopes());
  }

  private static void addScopes(JsonObjectBuilder json, String member, Set<String> scopes) {
    var array = Json.createArrayBuilder();
    scopes.stream().limit(MOST_SCOPES).forEach(scope -> array.add(brief(scope)));
    json.add(member, array);
  }

  private static String brief(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
  }

  // Other characters are in strings only, and some of them end a line for some readers of logs.
  private static String ascii(String json) {
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        ascii.append(c);
      } else {
        ascii.append("\\u").append(HEX.toHexDigits(c));
      }
    }
    return ascii.toString();
  }
}
