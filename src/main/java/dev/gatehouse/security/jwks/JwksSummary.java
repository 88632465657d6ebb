package dev.gatehouse.security.jwks;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jose4j.lang.JoseException;

/**
 * What a JWK Set (RFC 7517 §5) offers.
 *
 * @param all how many public and other keys could be read
 * @param usable how many of them can check the signature of a token
 */
public record JwksSummary(int all, int usable) {

  /** Empty if the text is no JWK Set. */
  public static Optional<JwksSummary> parse(String json, Collection<String> algorithms) {
    try {
      int usable = KeySet.parse(json, Set.copyOf(algorithms)).entries().size();
      return Optional.of(new JwksSummary(KeySet.size(json), usable));
    } catch (JoseException junk) {
      return Optional.empty();
    }
  }
}
