package dev.gatehouse.security.token;

import dev.gatehouse.security.token.InvalidTokenException.Reason;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The claims of a verified access token, with the Java types of MicroProfile JWT 2.1: {@code aud}
 * and {@code groups} are sets of strings, dates are seconds as Long, other claims String or
 * JsonValue; an absent claim is null only in the methods of {@link JsonWebToken}.
 */
public final class BearerToken implements JsonWebToken {
  private final String compactJwt;
  private final JsonObject claims;
  private final Set<String> scopes;

  BearerToken(String compactJwt, JsonObject claims) {
    this.compactJwt = compactJwt;
    this.claims = claims;
    this.scopes = ClaimValues.words(claims, "scope", "scopes", "scp");
  }

  /** The payload must be a JSON object (RFC 7519 §7.2) with issuer and subject. */
  public static BearerToken parse(String compactJwt, String payload) throws InvalidTokenException {
    Optional<JsonObject> claims = ClaimValues.object(payload);
    if (claims.isEmpty()) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
    BearerToken token = new BearerToken(compactJwt, claims.get());
    for (String claim : List.of("iss", "sub")) {
      if (token.text(claim).isEmpty()) {
        throw new InvalidTokenException(Reason.MISSING_CLAIM, "there is no usable " + claim);
      }
    }
    return token;
  }

  /** {@code upn}, {@code preferred_username} or {@code sub}, whichever comes first. */
  @Override
  public String getName() {
    return text(Claims.upn.name())
        .or(() -> text(Claims.preferred_username.name()))
        .orElseGet(this::subject);
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.keySet();
  }

  /** The caller names the type it expects, as the interface has it. */
  @Override
  @SuppressWarnings("unchecked")
  public <T> T getClaim(String name) {
    return name.equals(Claims.raw_token.name())
        ? (T) compactJwt
        : (T) json(name).map(value -> ClaimValues.toJava(name, value)).orElse(null);
  }

  /** Never null. */
  @Override
  public Set<String> getAudience() {
    return json("aud").map(ClaimValues::strings).orElseGet(Set::of);
  }

  /** Never null. */
  @Override
  public Set<String> getGroups() {
    return json("groups").map(ClaimValues::strings).orElseGet(Set::of);
  }

  /** The {@code roles} claim: what the caller may do in its organization. */
  public Set<String> roles() {
    return json("roles").map(ClaimValues::strings).orElseGet(Set::of);
  }

  /**
   * What the token allows (RFC 8693 §4.2): the union of {@code scope}, {@code scopes} and {@code
   * scp}.
   */
  public Set<String> scopes() {
    return scopes;
  }

  /** The {@code iss} claim as it is. */
  public String issuer() {
    return claims.getString("iss");
  }

  /** The {@code sub} claim: opaque, unique per issuer. */
  public String subject() {
    return claims.getString("sub");
  }

  /** The caller's organization: {@code oid}, else {@code org_id}. */
  public Optional<String> organization() {
    return text("oid").or(() -> text("org_id"));
  }

  /** The OAuth client (RFC 9068 §2.2): {@code client_id}, else {@code azp}. */
  public Optional<String> clientId() {
    return text("client_id").or(() -> text("azp"));
  }

  /** The {@code jti} claim. */
  public Optional<String> tokenId() {
    return text("jti");
  }

  /** A client that acts for itself rather than for a user. */
  public boolean isMachine() {
    return clientId().filter(subject()::equals).isPresent();
  }

  Optional<JsonValue> json(String claim) {
    return Optional.ofNullable(claims.get(claim));
  }

  Optional<String> text(String claim) {
    return json(claim)
        .flatMap(value -> value instanceof JsonString text ? Optional.of(text) : Optional.empty())
        .map(JsonString::getString)
        .filter(text -> !text.isBlank());
  }

  @Override
  public String toString() {
    return "BearerToken[" + subject() + "]";
  }
}
