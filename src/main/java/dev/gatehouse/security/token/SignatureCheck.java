package dev.gatehouse.security.token;

import dev.gatehouse.log.LogSanitizer;
import dev.gatehouse.security.jwks.IssuerKeys;
import dev.gatehouse.security.jwks.KeySet;
import dev.gatehouse.security.jwks.KeysUnavailableException;
import dev.gatehouse.security.token.InvalidTokenException.Reason;
import java.security.PublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The JOSE half of a verification: header and signature, by keys of the issuer only. */
final class SignatureCheck {
  private static final int MOST_CHARACTERS = 16_384;
  private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  /** RFC 4648, 5. */
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Scalekit and many others write JWT; RFC 9068 §2.1 has the others. */
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  private final IssuerKeys keys;
  private final Set<String> algorithms;

  /** A payload that carries a good signature, and the key set that said so. */
  record Signed(String payload, KeySet keys) {}

  SignatureCheck(IssuerKeys keys, List<String> algorithms) {
    this.keys = keys;
    this.algorithms = Set.copyOf(algorithms);
  }

  /** jose4j skips characters that are not Base64; one token must not have many spellings. */
  static void refuseUnreadable(String compactJwt) throws InvalidTokenException {
    if (compactJwt.isEmpty()) {
      throw new InvalidTokenException(Reason.EMPTY);
    }
    if (compactJwt.length() > MOST_CHARACTERS) {
      throw new InvalidTokenException(Reason.TOO_LONG);
    }
    if (!COMPACT.matcher(compactJwt).matches()) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
  }

  Signed check(String compactJwt) throws InvalidTokenException, KeysUnavailableException {
    JsonWebSignature jws = parse(compactJwt);
    String algorithm = algorithm(jws);
    refuseOtherTypes(jws);
    Optional<String> keyId = text(jws, "kid");
    KeySet set = keys.having(keyId, algorithm);
    List<PublicKey> candidates = set.matching(keyId, algorithm);
    if (candidates.isEmpty()) {
      throw new InvalidTokenException(Reason.UNKNOWN_KEY, "kid" + found(keyId));
    }
    for (PublicKey key : candidates) {
      if (isSignedWith(key, jws)) {
        refuseOtherSpellings(compactJwt);
        return new Signed(payload(jws), set);
      }
    }
    throw new InvalidTokenException(Reason.BAD_SIGNATURE);
  }

  // The last character has bits that stand for nothing (RFC 4648, 3.5), and are not signed.
  private static void refuseOtherSpellings(String compactJwt) throws InvalidTokenException {
    String signature = compactJwt.substring(compactJwt.lastIndexOf('.') + 1);
    int last = ALPHABET.indexOf(signature.charAt(signature.length() - 1));
    int unused = signature.length() % 4 == 2 ? 16 : signature.length() % 4 == 3 ? 4 : 1;
    if (last % unused != 0) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
  }

  private JsonWebSignature parse(String compactJwt) throws InvalidTokenException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(
        new AlgorithmConstraints(ConstraintType.PERMIT, algorithms.toArray(String[]::new)));
    try {
      jws.setCompactSerialization(compactJwt);
    } catch (JoseException notJose) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
    if (jws.getHeaders().getObjectHeaderValue("crit") != null) {
      throw new InvalidTokenException(Reason.CRITICAL_HEADER);
    }
    return jws;
  }

  private String algorithm(JsonWebSignature jws) throws InvalidTokenException {
    Optional<String> algorithm = text(jws, "alg");
    return algorithm
        .filter(algorithms::contains)
        .orElseThrow(
            () ->
                new InvalidTokenException(
                    Reason.WRONG_ALGORITHM,
                    "alg" + found(algorithm) + ", accepted are " + LogSanitizer.of(algorithms)));
  }

  private static void refuseOtherTypes(JsonWebSignature jws) throws InvalidTokenException {
    Optional<String> type = text(jws, "typ");
    if (type.isPresent() && !TYPES.contains(type.get().toLowerCase(Locale.ROOT))) {
      throw new InvalidTokenException(Reason.WRONG_TYPE, "typ" + found(type));
    }
  }

  private static String found(Optional<String> value) {
    return value.map(text -> " is " + LogSanitizer.of(text)).orElse(" is absent");
  }

  private static Optional<String> text(JsonWebSignature jws, String parameter)
      throws InvalidTokenException {
    Object value = jws.getHeaders().getObjectHeaderValue(parameter);
    if (value == null || value instanceof String) {
      return Optional.ofNullable((String) value);
    }
    throw new InvalidTokenException(Reason.MALFORMED);
  }

  private static boolean isSignedWith(PublicKey key, JsonWebSignature jws) {
    try {
      jws.setKey(key);
      return jws.verifySignature();
    } catch (JoseException notByThisKey) {
      return false;
    }
  }

  private static String payload(JsonWebSignature jws) throws InvalidTokenException {
    try {
      return jws.getPayload();
    } catch (JoseException unreadable) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
  }
}
