package dev.gatehouse.security.token;

import dev.gatehouse.support.time.MutableClock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens as Scalekit writes them, and every way to spoil one. */
public final class Mint {
  public static final String RESOURCE_ID = "res_123456789012345678";
  static final String SERVER_URL = "https://todo.example/mcp";
  public static final RsaJsonWebKey KEY = rsaKey("snk_1");
  public static final RsaJsonWebKey OTHER_KEY = rsaKey("snk_2");

  private final Map<String, Object> claims = new LinkedHashMap<>();
  private final Map<String, Object> headers = new LinkedHashMap<>();
  private Key key = KEY.getPrivateKey();

  /** A good token for a user, just issued, with all that Scalekit puts into it. */
  public Mint(String issuer) {
    long now = MutableClock.START.getEpochSecond();
    header("alg", "RS256").header("kid", KEY.getKeyId()).header("typ", "JWT");
    claim("iss", issuer).claim("sub", "usr_42").claim("aud", List.of(SERVER_URL, RESOURCE_ID));
    claim("client_id", "m2m_7").claim("oid", "org_9").claim("resid", RESOURCE_ID);
    claim("iat", now).claim("nbf", now).claim("exp", now + 3600).claim("jti", "tkn_1");
    claim("scope", "openid todo:read").claim("scopes", List.of("openid", "todo:read"));
    claim("sid", "ses_1").claim("roles", List.of("admin"));
  }

  public Mint claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  /** The payload of the good token, with one more member in front, as it is written here. */
  String payloadWith(String member) {
    return "{" + member + "," + JsonUtil.toJson(claims).substring(1);
  }

  Map<String, Object> claims() {
    return claims;
  }

  public Mint without(String... names) {
    List.of(names).forEach(claims::remove);
    return this;
  }

  public Mint header(String name, Object value) {
    headers.put(name, value);
    return this;
  }

  Mint withoutHeader(String name) {
    headers.remove(name);
    return this;
  }

  /** Seconds from now, negative for the past. */
  public Mint expiresIn(long seconds) {
    return claim("exp", MutableClock.START.getEpochSecond() + seconds);
  }

  Mint signedBy(RsaJsonWebKey signer) {
    key = signer.getPrivateKey();
    return header("kid", signer.getKeyId());
  }

  Mint signedBy(EllipticCurveJsonWebKey signer) {
    key = signer.getPrivateKey();
    return header("kid", signer.getKeyId()).header("alg", "ES256");
  }

  /** The public key as HMAC secret: the oldest trick against verifiers that trust "alg". */
  Mint signedByThePublicKeyAsSecret() {
    key = new HmacKey(KEY.getPublicKey().getEncoded());
    return header("alg", "HS256");
  }

  public String token() {
    return tokenWith(JsonUtil.toJson(claims));
  }

  /** With any text for a payload, and a good signature. */
  String tokenWith(String payload) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    headers.forEach((name, value) -> jws.getHeaders().setObjectHeaderValue(name, value));
    jws.setPayload(payload);
    jws.setKey(key);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** With a good signature over any text for a header, too. */
  static String signed(String header, String payload) {
    String input = part(header) + "." + part(payload);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(KEY.getRsaPrivateKey());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** With a signature part that says anything, or nothing. */
  String tokenSignedWith(String signature) {
    return part(JsonUtil.toJson(headers)) + "." + part(JsonUtil.toJson(claims)) + "." + signature;
  }

  /** With another payload under the signature of the good one. */
  String tampered() {
    String[] parts = token().split("\\.");
    claim("sub", "usr_1");
    return parts[0] + "." + part(JsonUtil.toJson(claims)) + "." + parts[2];
  }

  public static RsaJsonWebKey rsaKey(String keyId) {
    return rsaKey(keyId, 2048);
  }

  public static RsaJsonWebKey rsaKey(String keyId, int bits) {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(bits);
      key.setKeyId(keyId);
      key.setUse("sig");
      key.setAlgorithm("RS256");
      return key;
    } catch (JoseException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public static EllipticCurveJsonWebKey ecKey(String keyId) {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(keyId);
      return key;
    } catch (JoseException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
