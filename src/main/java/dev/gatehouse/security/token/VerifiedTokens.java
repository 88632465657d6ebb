package dev.gatehouse.security.token;

import dev.gatehouse.security.jwks.IssuerKeys;
import dev.gatehouse.security.jwks.KeySet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens verified last; each is forgotten when the issuer's keys change. */
final class VerifiedTokens {
  static final int MOST = 1000;

  private final IssuerKeys keys;
  private final Map<String, CachedToken> entries = new LruMap();

  private record CachedToken(BearerToken token, KeySet verifiedWith) {}

  private static final class LruMap extends LinkedHashMap<String, CachedToken> {
    private static final long serialVersionUID = 1L;

    LruMap() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, CachedToken> eldest) {
      return size() > MOST;
    }
  }

  VerifiedTokens(IssuerKeys keys) {
    this.keys = keys;
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
    synchronized (entries) {
      entries.put(token.getRawToken(), new CachedToken(token, verifiedWith));
    }
  }
}
