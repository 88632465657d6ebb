package dev.gatehouse.run.bench;

import java.util.List;
import java.util.Optional;

/**
 * All tokens are one user's.
 *
 * @param bad its signature is wrong in one bit
 * @param pool as good as the one, and all different
 */
record Tokens(String one, String bad, List<String> pool) {
  Tokens {
    pool = List.copyOf(pool);
  }

  /** What is sent in the n-th request, if anything is. */
  Optional<String> of(Kind kind, long n) {
    return switch (kind) {
      case NO_TOKEN -> Optional.empty();
      case BAD_SIGNATURE -> Optional.of(bad);
      case POOL -> Optional.of(pool.get((int) (n % pool.size())));
      default -> Optional.of(one);
    };
  }
}
