package dev.gatehouse.security.jwks;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The usable keys of one JWK Set (RFC 7517 §5): public, for signatures, for accepted algorithms.
 */
public record KeySet(List<Entry> entries) {
  static final KeySet EMPTY = new KeySet(List.of());
  private static final int MOST_KEYS = 50;

  /** jose4j refuses shorter ones too, but only once a token comes (RFC 7518 §3.3). */
  private static final int FEWEST_RSA_BITS = 2048;

  /** One key; algorithm and key id are "" where the JWK has none. */
  record Entry(String keyId, String algorithm, PublicKey key) {
    boolean fits(Optional<String> wantedId, String wantedAlgorithm) {
      return wantedId.map(keyId::equals).orElse(true)
          && (algorithm.isEmpty() || algorithm.equals(wantedAlgorithm))
          && key.getAlgorithm().equals(type(wantedAlgorithm));
    }
  }

  public KeySet {
    entries = List.copyOf(entries);
  }

  /** Throws a JoseException if there is no JWK Set in the text; keys of no use are left out. */
  static KeySet parse(String json, Set<String> algorithms) throws JoseException {
    return new KeySet(
        jsonWebKeys(json).stream()
            .filter(key -> usable(key, algorithms))
            .limit(MOST_KEYS)
            .map(KeySet::entry)
            .toList());
  }

  /** How many keys of whatever use there are. */
  static int size(String json) throws JoseException {
    return jsonWebKeys(json).size();
  }

  /** Without a key id: every key for the algorithm. */
  public List<PublicKey> matching(Optional<String> keyId, String algorithm) {
    return entries.stream().filter(entry -> entry.fits(keyId, algorithm)).map(Entry::key).toList();
  }

  boolean hasSameKeysAs(KeySet other) {
    return new HashSet<>(entries).equals(new HashSet<>(other.entries));
  }

  private static List<JsonWebKey> jsonWebKeys(String json) throws JoseException {
    try {
      return new JsonWebKeySet(json).getJsonWebKeys();
    } catch (RuntimeException notSuchJson) { // jose4j casts what it finds under "keys"
      throw new JoseException("Not a JWK Set", notSuchJson);
    }
  }

  private static boolean usable(JsonWebKey key, Set<String> algorithms) {
    return key instanceof PublicJsonWebKey
        && (key.getUse() == null || key.getUse().equals("sig"))
        && (key.getKeyOps() == null || key.getKeyOps().contains("verify"))
        && (key.getAlgorithm() == null || algorithms.contains(key.getAlgorithm()))
        && algorithms.stream().anyMatch(algorithm -> type(algorithm).equals(key.getKeyType()))
        && longEnough(key);
  }

  /** RFC 7518 §6.1; Java gives its keys the same two names. */
  private static String type(String algorithm) {
    return algorithm.startsWith("ES") ? "EC" : "RSA";
  }

  private static boolean longEnough(JsonWebKey key) {
    return !(key.getKey() instanceof RSAPublicKey rsa)
        || rsa.getModulus().bitLength() >= FEWEST_RSA_BITS;
  }

  private static Entry entry(JsonWebKey key) {
    return new Entry(
        Optional.ofNullable(key.getKeyId()).orElse(""),
        Optional.ofNullable(key.getAlgorithm()).orElse(""),
        ((PublicJsonWebKey) key).getPublicKey());
  }
}
