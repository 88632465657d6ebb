package dev.gatehouse.security.token;

import dev.gatehouse.log.LogSanitizer;
import dev.gatehouse.security.jwks.IssuerKeys;
import dev.gatehouse.security.jwks.KeySet;
import dev.gatehouse.security.jwks.KeysUnavailableException;
import dev.gatehouse.security.token.InvalidTokenException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmFactoryFactory;
import org.jose4j.jws.JsonWebSignatureAlgorithm;
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

  private static final ProviderContext PROVIDERS = new ProviderContext();

  private final IssuerKeys keys;
  private final Map<String, JsonWebSignatureAlgorithm> algorithms;

  /** A payload that carries a good signature, and the key set that said so. */
  record Signed(String payload, KeySet keys) {}

  SignatureCheck(IssuerKeys keys, List<String> algorithms) {
    this.keys = keys;
    this.algorithms =
        algorithms.stream()
            .distinct()
            .collect(Collectors.toUnmodifiableMap(name -> name, SignatureCheck::withName));
  }

  private static JsonWebSignatureAlgorithm withName(String algorithm) {
    try {
      return AlgorithmFactoryFactory.getInstance().getJwsAlgorithmFactory().getAlgorithm(algorithm);
    } catch (JoseException unknown) {
      throw new IllegalStateException("This Java has no " + algorithm, unknown);
    }
  }

  /** Bounded, and of no other characters; one token must not have many spellings. */
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
    int payload = compactJwt.indexOf('.') + 1;
    int signature = compactJwt.lastIndexOf('.') + 1;
    JoseHeader header = JoseHeader.parse(compactJwt.substring(0, payload - 1));
    JsonWebSignatureAlgorithm algorithm = algorithm(header);
    refuseOtherTypes(header);
    KeySet set = keys.having(header.keyId(), algorithm.getAlgorithmIdentifier());
    List<PublicKey> candidates = set.matching(header.keyId(), algorithm.getAlgorithmIdentifier());
    if (candidates.isEmpty()) {
      throw new InvalidTokenException(Reason.UNKNOWN_KEY, "kid" + found(header.keyId()));
    }
    byte[] input = compactJwt.substring(0, signature - 1).getBytes(StandardCharsets.US_ASCII);
    byte[] signed = JoseHeader.decode(compactJwt.substring(signature), Reason.BAD_SIGNATURE);
    for (PublicKey key : candidates) {
      if (isSignedWith(key, algorithm, input, signed)) {
        refuseOtherSpellings(compactJwt);
        byte[] text =
            JoseHeader.decode(compactJwt.substring(payload, signature - 1), Reason.MALFORMED);
        return new Signed(new String(text, StandardCharsets.UTF_8), set);
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

  private JsonWebSignatureAlgorithm algorithm(JoseHeader header) throws InvalidTokenException {
    return header
        .algorithm()
        .map(algorithms::get)
        .orElseThrow(
            () ->
                new InvalidTokenException(
                    Reason.WRONG_ALGORITHM,
                    "alg"
                        + found(header.algorithm())
                        + ", accepted are "
                        + LogSanitizer.of(algorithms.keySet())));
  }

  private static void refuseOtherTypes(JoseHeader header) throws InvalidTokenException {
    Optional<String> type = header.type();
    if (type.isPresent() && !TYPES.contains(type.get().toLowerCase(Locale.ROOT))) {
      throw new InvalidTokenException(Reason.WRONG_TYPE, "typ" + found(type));
    }
  }

  private static String found(Optional<String> value) {
    return value.map(text -> " is " + LogSanitizer.of(text)).orElse(" is absent");
  }

  private static boolean isSignedWith(
      PublicKey key, JsonWebSignatureAlgorithm algorithm, byte[] input, byte[] signature) {
    try {
      algorithm.validateVerificationKey(key);
      return algorithm.verifySignature(signature, key, input, PROVIDERS);
    } catch (JoseException notByThisKey) {
      return false;
    }
  }
}
