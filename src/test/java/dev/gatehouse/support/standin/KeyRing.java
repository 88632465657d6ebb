package dev.gatehouse.support.standin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The signing keys, and how {@code GET /keys} shows them. */
public final class KeyRing {
  private static final int PUBLISHED_LIMIT = 8;
  private static final int PADDING = 8 * 1024 * 1024;

  private final AtomicLong fetches = new AtomicLong();
  private volatile List<RSAKey> published = List.of(generate());
  private volatile KeysFault fault = KeysFault.NONE;

  /** One new key. */
  public KeyRing() {}

  /** Signs with a new key from now on and publishes only that one. */
  public synchronized void rotate() {
    published = List.of(generate());
  }

  /** Signs with a new key from now on and publishes the older ones too. */
  public synchronized void rotateKeepingOld() {
    var newest = generate();
    published =
        Stream.concat(Stream.of(newest), published.stream()).limit(PUBLISHED_LIMIT).toList();
  }

  /** Makes {@code GET /keys} misbehave, or behave again. */
  public void fail(KeysFault how) {
    fault = how;
  }

  /** How many times {@code GET /keys} was called, whatever it answered. */
  public long fetches() {
    return fetches.get();
  }

  /** The {@code kid} of the key that signs now. */
  public String currentKid() {
    return current().getKeyID();
  }

  RSAKey current() {
    return published.get(0);
  }

  Answer answer() {
    fetches.incrementAndGet();
    return switch (fault) {
      case NONE -> Answer.json(200, new JWKSet(List.copyOf(published)).toJSONObject(true));
      case SERVER_ERROR -> Answer.text(500, "500 internal server error");
      case HTML ->
          Answer.of(200, "text/html", "<!doctype html><title>Sign in to the network</title>");
      case EMPTY -> Answer.json(200, new JWKSet().toJSONObject(true));
      case HANG -> Answer.SILENCE;
      case DRIP -> Answer.DRIPPING;
      case OVERSIZED -> oversized();
    };
  }

  private Answer oversized() {
    var keys = new LinkedHashMap<>(new JWKSet(List.copyOf(published)).toJSONObject(true));
    keys.put("padding", "x".repeat(PADDING));
    return Answer.json(200, keys);
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(RandomId.withPrefix("snk_"))
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
