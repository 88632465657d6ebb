package dev.gatehouse.run.bench;

import java.util.List;
import java.util.Optional;

/**
 * Tokens of one user, and of others.
 *
 * @param bad its signature is wrong in one bit
 * @param pool as good as the one, and all different
 * @param others of one other user each
 */
record Tokens(String one, String bad, List<String> pool, List<String> others) {
  Tokens {
    pool = List.copyOf(pool);
    others = List.copyOf(others);
  }

  /** What is sent in the n-th request, if anything is. */
  Optional<String> of(Kind kind, long n) {
    return switch (kind) {
      case NO_TOKEN -> Optional.empty();
      case BAD_SIGNATURE -> Optional.of(bad);
      case POOL -> Optional.of(pool.get((int) (n % pool.size())));
      case OTHERS_TODO, OTHERS_SESSION -> Optional.of(others.get((int) (n % others.size())));
      default -> Optional.of(one);
    };
  }
}
