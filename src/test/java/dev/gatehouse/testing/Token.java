package dev.gatehouse.testing;

import dev.gatehouse.config.Settings;
import dev.gatehouse.security.caller.VerifiedCaller;
import dev.gatehouse.security.scope.DeclaredScopes;
import dev.gatehouse.security.token.BearerToken;
import dev.gatehouse.security.token.InvalidTokenException;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What a caller's token says, as if it had been verified. */
record Token(String subject, Set<String> scopes, Map<String, JsonValue> more) {
  private static final Duration LIFE = Duration.ofHours(1);

  Token with(String claim, JsonValue value) {
    Map<String, JsonValue> all = new TreeMap<>(more);
    all.put(claim, value);
    return new Token(subject, scopes, Map.copyOf(all));
  }

  VerifiedCaller caller(Settings settings, DeclaredScopes declared) {
    try {
      BearerToken token = BearerToken.parse("a.test.token", payload(settings));
      return VerifiedCaller.of(
          token, settings.canonicalIssuer(token.issuer()), declared.granted(token.scopes()));
    } catch (InvalidTokenException e) {
      throw new IllegalArgumentException("No server would take this token", e);
    }
  }

  private String payload(Settings settings) {
    Instant now = Instant.now();
    var claims =
        Json.createObjectBuilder()
            .add("iss", settings.issuers().iterator().next())
            .add("sub", subject)
            .add("aud", Json.createArrayBuilder(settings.audiences()))
            .add("client_id", "test-client")
            .add("jti", UUID.randomUUID().toString())
            .add("iat", now.getEpochSecond())
            .add("exp", now.plus(LIFE).getEpochSecond())
            .add("scope", String.join(" ", scopes));
    more.forEach(claims::add);
    return claims.build().toString();
  }
}
