package dev.gatehouse.run.fuzz;

import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A few seconds of hostile input. {@code -Dfuzz.inputs} makes it longer, {@code -Dfuzz.seed}
 * another; {@code -Dfuzz.replay} takes the one input that a failure named.
 */
class HostileInputTest {
  private static final long SEED = Long.getLong("fuzz.seed", 20261121);
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 5_000);
  private static final String REPLAY = System.getProperty("fuzz.replay", "");

  static Set<String> targets() {
    return Targets.ALL.keySet();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void no_input_gets_more_than_a_refusal(String name) throws Exception {
    FuzzTarget target = Targets.ALL.get(name).call();
    if (!REPLAY.isEmpty()) {
      target.check(Base64.getUrlDecoder().decode(REPLAY));
      return;
    }
    for (byte[] seed : FuzzTarget.bytes(target.seeds())) {
      checked(name, target, seed);
    }
    Mutations mutations = new Mutations(SEED, target);
    for (int i = 0; i < INPUTS; i++) {
      checked(name, target, mutations.next());
    }
    System.out.printf("fuzz %s: %d inputs, -Dfuzz.seed=%d%n", name, INPUTS, SEED);
  }

  private static void checked(String name, FuzzTarget target, byte[] input) {
    try {
      target.check(input);
    } catch (Throwable failure) {
      String replay = Base64.getUrlEncoder().withoutPadding().encodeToString(input);
      throw new AssertionError(name + " with -Dfuzz.replay=" + replay, failure);
    }
  }
}
