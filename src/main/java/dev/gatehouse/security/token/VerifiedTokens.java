package dev.gatehouse.security.token;

import dev.gatehouse.security.jwks.IssuerKeys;
import dev.gatehouse.security.jwks.KeySet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens verified last, by their SHA-256; each is forgotten when the issuer's keys change. */
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
    String digest = digest(compactJwt);
    CachedToken found;
    synchronized (entries) {
      found = entries.get(digest);
    }
    return Optional.ofNullable(found)
        .filter(entry -> entry.verifiedWith == keys.current())
        .map(CachedToken::token);
  }

  void keep(BearerToken token, KeySet verifiedWith) {
    String digest = digest(token.getRawToken());
    synchronized (entries) {
      entries.put(digest, new CachedToken(token, verifiedWith));
    }
  }

  private static String digest(String compactJwt) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(compactJwt.getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("Every Java platform has SHA-256", never);
    }
  }
}
