package dev.gatehouse.support.standin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Mints access tokens, good ones unless told otherwise. Immutable: every knob turns on a copy. A
 * knob changes one claim only; so a token issued in the past does not expire earlier. Times are
 * taken when the token is signed.
 */
public final class TokenMint {
  private static final String KID = "kid";
  private static final String TYP = "typ";
  private static final String ALG = "alg";

  private final TokenIssuer issuer;
  private final List<String> scopes;
  private final ScopeForm scopeForm;
  private final Map<String, Object> header;
  private final Map<String, Object> claims;

  TokenMint(TokenIssuer issuer) {
    this(issuer, issuer.settings().scopes().tokens(), ScopeForm.BOTH, Map.of(), Map.of());
  }

  private TokenMint(
      TokenIssuer issuer,
      List<String> scopes,
      ScopeForm scopeForm,
      Map<String, Object> header,
      Map<String, Object> claims) {
    this.issuer = issuer;
    this.scopes = scopes;
    this.scopeForm = scopeForm;
    this.header = header;
    this.claims = claims;
  }

  /** Back to the token that Scalekit gives to alice: all scopes of the resource, for an hour. */
  public TokenMint good() {
    return new TokenMint(issuer);
  }

  /** A token for this user, in this user's organization. */
  public TokenMint user(User user) {
    return subject(user.id()).organization(user.organization());
  }

  public TokenMint subject(String subject) {
    return claim("sub", subject);
  }

  public TokenMint scopes(String... granted) {
    return new TokenMint(issuer, List.of(granted), scopeForm, header, claims);
  }

  public TokenMint scopeClaims(ScopeForm form) {
    return new TokenMint(issuer, scopes, form, header, claims);
  }

  public TokenMint issuer(String iss) {
    return claim("iss", iss);
  }

  /** An array, even of one element or none. */
  public TokenMint audience(List<String> audience) {
    return claim("aud", List.copyOf(audience));
  }

  public TokenMint audienceAsString(String audience) {
    return claim("aud", audience);
  }

  public TokenMint noAudience() {
    return without("aud");
  }

  public TokenMint clientId(String clientId) {
    return claim("client_id", clientId);
  }

  /** Null leaves the claim {@code oid} out. */
  public TokenMint organization(String organization) {
    return claim("oid", organization);
  }

  public TokenMint issuedAt(Instant time) {
    return claim("iat", seconds(time));
  }

  /** Null leaves the claim {@code nbf} out. */
  public TokenMint notBefore(Instant time) {
    return claim("nbf", seconds(time));
  }

  /** Null leaves the claim {@code exp} out. */
  public TokenMint expiresAt(Instant time) {
    return claim("exp", seconds(time));
  }

  public TokenMint without(String claim) {
    return claim(claim, null);
  }

  /** Anything that JSON can say; null leaves the claim out. */
  public TokenMint claim(String name, Object value) {
    return new TokenMint(issuer, scopes, scopeForm, header, changed(claims, name, value));
  }

  /** Null leaves the header parameter out. */
  public TokenMint typ(String typ) {
    return header(TYP, typ);
  }

  /** Null leaves the header parameter out. */
  public TokenMint kid(String kid) {
    return header(KID, kid);
  }

  /** An RSA algorithm of RFC 7518 for {@link #sign()}: RS256, RS384, RS512, PS256, PS384, PS512. */
  public TokenMint algorithm(String algorithm) {
    return header(ALG, algorithm);
  }

  /** As the pre-registered machine client gets it: no session, no user, no organization. */
  public TokenMint machine() {
    return clientId(ScalekitStandIn.M2M_CLIENT_ID)
        .subject(ScalekitStandIn.M2M_CLIENT_ID)
        .without("sid")
        .without("roles")
        .without("oid");
  }

  /** As a user of modular single sign-on gets it: the subject is a connection and an address. */
  public TokenMint sso() {
    return subject("conn_100000000000000001;" + User.ALICE.email());
  }

  /** Signed with the current key. */
  public String sign() {
    RSAKey key = issuer.keys().current();
    return signed(jwsHeader(algorithm(), key).build(), rsaSigner(key));
  }

  /** {@code alg} none and an empty signature. */
  public String unsigned() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put(ALG, "none");
    fields.put(TYP, headerValue(TYP, "JWT"));
    fields.put(KID, headerValue(KID, issuer.keys().currentKid()));
    fields.values().removeIf(Objects::isNull);
    return Base64URL.encode(JSONObjectUtils.toJSONString(fields))
        + "."
        + Base64URL.encode(payload())
        + ".";
  }

  /** An HMAC whose secret is the public key (DER), for verifiers that believe {@code alg}. */
  public String hs256WithPublicKey() {
    try {
      RSAKey key = issuer.keys().current();
      byte[] secret = key.toPublicKey().getEncoded();
      return signed(jwsHeader(JWSAlgorithm.HS256, key).build(), new MACSigner(secret));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A true signature by an algorithm that Scalekit does not use. */
  public String rs512() {
    return algorithm("RS512").sign();
  }

  /** A true signature over a critical header parameter that nobody knows. */
  public String withCrit() {
    String name = "https://example.com/unknown";
    RSAKey key = issuer.keys().current();
    var critical = jwsHeader(algorithm(), key).criticalParams(Set.of(name)).customParam(name, true);
    return signed(critical.build(), rsaSigner(key));
  }

  /** Another user's claims under the signature of this token. */
  public String tampered() {
    String[] parts = sign().split("\\.");
    String forged = subject("usr_999999999999999999").payload();
    return parts[0] + "." + Base64URL.encode(forged) + "." + parts[2];
  }

  /** The right length and the right key, and one bit is wrong. */
  public String withBadSignature() {
    String token = sign();
    int dot = token.lastIndexOf('.');
    byte[] signature = new Base64URL(token.substring(dot + 1)).decode();
    signature[signature.length / 2] ^= 1;
    return token.substring(0, dot + 1) + Base64URL.encode(signature);
  }

  /** A good token of about so many bytes, or more. */
  public String huge(int approxBytes) {
    int missing = Math.max(0, approxBytes - sign().length());
    return claim("custom_claims", Map.of("padding", "x".repeat(missing / 4 * 3))).sign();
  }

  private String payload() {
    long now = issuer.clock().instant().getEpochSecond();
    Settings settings = issuer.settings();
    var all = new LinkedHashMap<String, Object>();
    all.put("iss", settings.issuer());
    all.put("sub", User.ALICE.id());
    // Nimbus' own claims set would write an array of one as a string; Scalekit does not.
    all.put("aud", settings.audience());
    all.put("client_id", ScalekitStandIn.PUBLIC_CLIENT_ID);
    all.put("oid", User.ALICE.organization());
    all.put("resid", settings.resourceId());
    all.put("roles", List.of("member"));
    all.put("sid", "ses_100000000000000001");
    all.put("jti", RandomId.withPrefix("tkn_"));
    all.put("iat", now);
    all.put("nbf", now);
    all.put("exp", now + issuer.policy().accessTokenLifetime().toSeconds());
    putScopes(all);
    all.putAll(claims);
    all.values().removeIf(Objects::isNull);
    return JSONObjectUtils.toJSONString(all);
  }

  private void putScopes(Map<String, Object> all) {
    if (scopeForm == ScopeForm.BOTH || scopeForm == ScopeForm.STRING) {
      all.put("scope", String.join(" ", scopes));
    }
    if (scopeForm == ScopeForm.BOTH || scopeForm == ScopeForm.ARRAY) {
      all.put("scopes", scopes);
    }
  }

  private JWSAlgorithm algorithm() {
    return JWSAlgorithm.parse(String.valueOf(header.getOrDefault(ALG, "RS256")));
  }

  private String headerValue(String name, String usual) {
    Object value = header.containsKey(name) ? header.get(name) : usual;
    return value == null ? null : value.toString();
  }

  private JWSHeader.Builder jwsHeader(JWSAlgorithm algorithm, RSAKey key) {
    String typ = headerValue(TYP, "JWT");
    return new JWSHeader.Builder(algorithm)
        .type(typ == null ? null : new JOSEObjectType(typ))
        .keyID(headerValue(KID, key.getKeyID()));
  }

  private static JWSSigner rsaSigner(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signed(JWSHeader jwsHeader, JWSSigner signer) {
    try {
      var token = new JWSObject(jwsHeader, new Payload(payload()));
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private TokenMint header(String name, Object value) {
    return new TokenMint(issuer, scopes, scopeForm, changed(header, name, value), claims);
  }

  private static Map<String, Object> changed(Map<String, Object> map, String name, Object value) {
    var changed = new LinkedHashMap<>(map);
    changed.put(name, value);
    return changed;
  }

  private static Long seconds(Instant time) {
    return time == null ? null : time.getEpochSecond();
  }
}
