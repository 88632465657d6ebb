package dev.gatehouse.run.bench.bare;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * RS256, issuer, audience, expiry and scopes with the JDK alone, by searching: the least a check
 * can cost, and nothing to protect anything with.
 */
final class BareVerifier {
  private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
  private static final Pattern EXPIRY = Pattern.compile("\"exp\":(\\d+)");

  private final PublicKey key;
  private final String issuer;
  private final String audience;

  private BareVerifier(PublicKey key, String issuer, String audience) {
    this.key = key;
    this.issuer = "\"iss\":\"" + issuer + "\"";
    // The last one of aud.
    this.audience = ",\"" + audience + "\"]";
  }

  /** With the one key that the issuer has. */
  static BareVerifier ofEnvironment() {
    try (InputStream keys = URI.create(System.getenv("BENCH_KEYS")).toURL().openStream()) {
      String text = new String(keys.readAllBytes(), StandardCharsets.UTF_8);
      PublicKey key =
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(number("n", text), number("e", text)));
      return new BareVerifier(key, System.getenv("BENCH_ISSUER"), System.getenv("BENCH_AUDIENCE"));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BigInteger number(String member, String keys) {
    Matcher found = Pattern.compile("\"" + member + "\":\\s*\"([^\"]+)\"").matcher(keys);
    if (!found.find()) {
      throw new IllegalStateException("No " + member + " in " + keys);
    }
    return new BigInteger(1, BASE64.decode(found.group(1)));
  }

  boolean accepts(String token) {
    int payload = token.indexOf('.') + 1;
    int end = token.lastIndexOf('.');
    return payload > 0
        && payload <= end
        && decoded(token.substring(0, payload - 1)).contains("\"alg\":\"RS256\"")
        && isSigned(token, end)
        && claims(decoded(token.substring(payload, end)));
  }

  private boolean isSigned(String token, int end) {
    try {
      Signature check = Signature.getInstance("SHA256withRSA");
      check.initVerify(key);
      check.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
      return check.verify(BASE64.decode(token.substring(end + 1)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private boolean claims(String json) {
    Matcher expiry = EXPIRY.matcher(json);
    return json.contains(issuer)
        && json.contains(audience)
        && json.contains("todo:read")
        && expiry.find()
        && Instant.ofEpochSecond(Long.parseLong(expiry.group(1))).isAfter(Instant.now());
  }

  private static String decoded(String part) {
    return new String(BASE64.decode(part), StandardCharsets.UTF_8);
  }
}
