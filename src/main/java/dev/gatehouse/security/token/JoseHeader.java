package dev.gatehouse.security.token;

import dev.gatehouse.security.token.InvalidTokenException.Reason;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What counts of a JOSE header (RFC 7515 §4.1); keys that it brings along are not looked at. */
record JoseHeader(Optional<String> algorithm, Optional<String> type, Optional<String> keyId) {

  static JoseHeader parse(String base64) throws InvalidTokenException {
    Optional<JsonObject> json =
        ClaimValues.object(new String(decode(base64, Reason.MALFORMED), StandardCharsets.UTF_8));
    JsonObject header = json.orElseThrow(() -> new InvalidTokenException(Reason.MALFORMED));
    // RFC 7797 has the second one listed in the first; no token may need it.
    if (header.containsKey("crit") || header.containsKey("b64")) {
      throw new InvalidTokenException(Reason.CRITICAL_HEADER);
    }
    return new JoseHeader(text(header, "alg"), text(header, "typ"), text(header, "kid"));
  }

  /** Base64url without padding (RFC 7515 §2). */
  static byte[] decode(String base64, Reason otherwise) throws InvalidTokenException {
    try {
      return Base64.getUrlDecoder().decode(base64);
    } catch (IllegalArgumentException incomplete) {
      throw new InvalidTokenException(otherwise);
    }
  }

  private static Optional<String> text(JsonObject header, String parameter)
      throws InvalidTokenException {
    JsonValue value = header.getOrDefault(parameter, JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return Optional.empty();
    }
    if (value instanceof JsonString text) {
      return Optional.of(text.getString());
    }
    throw new InvalidTokenException(Reason.MALFORMED);
  }
}
