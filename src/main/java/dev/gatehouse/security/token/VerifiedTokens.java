package dev.gatehouse.security.token;

import dev.gatehouse.security.jwks.IssuerKeys;
import dev.gatehouse.security.jwks.KeySet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens verified last, as far as they take a fifth of the heap at most; each is forgotten when
 * the issuer's keys change.
 */
final class VerifiedTokens {
  static final int MOST = 25_000;
  private static final int PART_OF_HEAP = 5;
  // With its claims, read.
  private static final int BYTES_PER_CHARACTER = 5;

  private final IssuerKeys keys;
  private final long mostCharacters;
  private final Map<String, CachedToken> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  private record CachedToken(BearerToken token, KeySet verifiedWith) {}

  VerifiedTokens(IssuerKeys keys) {
    this(keys, Runtime.getRuntime().maxMemory() / PART_OF_HEAP / BYTES_PER_CHARACTER);
  }

  VerifiedTokens(IssuerKeys keys, long mostCharacters) {
    this.keys = keys;
    this.mostCharacters = mostCharacters;
  }

  /** Times are not checked here. */
  Optional<BearerToken> find(String compactJwt) {
    CachedToken found;
    synchronized (entries) {
      found = entries.get(compactJwt);
    }
    return Optional.ofNullable(found)
        .filter(entry -> entry.verifiedWith == keys.current())
        .map(CachedToken::token);
  }

  void keep(BearerToken token, KeySet verifiedWith) {
    String compactJwt = token.getRawToken();
    synchronized (entries) {
      if (!entries.containsKey(compactJwt)) {
        characters += compactJwt.length();
      }
      entries.put(compactJwt, new CachedToken(token, verifiedWith));
      makeRoom();
    }
  }

  private void makeRoom() {
    Iterator<String> eldest = entries.keySet().iterator();
    while (entries.size() > MOST || characters > mostCharacters) {
      characters -= eldest.next().length();
      eldest.remove();
    }
  }
}
