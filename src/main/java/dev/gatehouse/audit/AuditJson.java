package dev.gatehouse.audit;

import dev.gatehouse.json.JsonEscape;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** An event as one line of JSON in ASCII, whatever a token's claims hold. */
final class AuditJson {
  private static final int MOST_CHARACTERS = 256;
  private static final int MOST_SCOPES = 64;
  private static final int USUAL = 640;

  private final StringBuilder line = new StringBuilder(USUAL);

  private AuditJson() {}

  static String line(AuditEvent event) {
    AuditJson json = new AuditJson();
    json.add(event);
    return json.line.append('}').toString();
  }

  private void add(AuditEvent event) {
    line.append('{');
    text("time", event.time().truncatedTo(ChronoUnit.MILLIS).toString());
    text("outcome", event.outcome().text());
    if (!event.reason().isEmpty()) {
      text("reason", event.reason());
    }
    event.call().ifPresent(this::add);
    event.caller().ifPresent(this::add);
    event.duration().ifPresent(time -> name("durationMicros").append(time.toNanos() / 1000));
    event.traceId().ifPresent(id -> text("traceId", id));
    event.address().ifPresent(address -> text("address", address));
    if (event.isSummary()) {
      name("more").append(event.count());
    }
  }

  private void add(AuditCall call) {
    text("kind", call.kind());
    text("name", call.name());
    text("argumentsDigest", call.argumentsDigest());
    texts("scopesNeeded", call.sortedScopesNeeded());
  }

  private void add(AuditCaller caller) {
    text("subject", caller.subject());
    caller.clientId().ifPresent(id -> text("clientId", id));
    caller.organization().ifPresent(id -> text("organization", id));
    caller.tokenId().ifPresent(id -> text("tokenId", id));
    texts("scopesHeld", caller.sortedScopes());
  }

  private StringBuilder name(String member) {
    line.append(line.length() == 1 ? "\"" : ",\"");
    return line.append(member).append("\":");
  }

  private void text(String member, String text) {
    name(member);
    quote(text);
  }

  private void texts(String member, Set<String> texts) {
    name(member).append('[');
    int begin = line.length();
    for (String text : texts.stream().limit(MOST_SCOPES).toList()) {
      line.append(line.length() == begin ? "" : ",");
      quote(text);
    }
    line.append(']');
  }

  private void quote(String text) {
    line.append('"');
    for (int i = 0; i < Math.min(text.length(), MOST_CHARACTERS); i++) {
      add(text.charAt(i));
    }
    line.append(text.length() <= MOST_CHARACTERS ? "\"" : "...\"");
  }

  // Characters beyond ASCII may end a line for some readers of logs.
  private void add(char c) {
    if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
      line.append(c);
    } else {
      line.append(JsonEscape.of(c));
    }
  }
}
