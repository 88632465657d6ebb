package dev.gatehouse.support.standin;

import java.security.SecureRandom;
import java.util.Base64;

/** Identifiers in Scalekit's form, and secrets that nobody guesses. */
final class RandomId {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long FIRST = 100_000_000_000_000_000L;

  private RandomId() {}

  /** The prefix and eighteen digits, such as {@code tkn_583274809891225660}. */
  static String withPrefix(String prefix) {
    return prefix + (FIRST + Math.floorMod(RANDOM.nextLong(), 9 * FIRST));
  }

  /** 256 random bits. */
  static String secret() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
