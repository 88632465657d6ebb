package dev.gatehouse.mcp.modern;

import dev.gatehouse.mcp.modern.round.MultiRoundTrip;
import java.util.function.Supplier;

/** The state of a round, spent for something that may not begin after all. */
final class Spending {
  private final MultiRoundTrip.Round round;
  private boolean spent;

  Spending(MultiRoundTrip.Round round, boolean spent) {
    this.round = round;
    this.spent = spent;
  }

  void spend() {
    if (!spent) {
      round.spend();
      spent = true;
    }
  }

  /** What has begun; the state can be sent again if that fails. */
  <T> T on(Supplier<T> beginning) {
    try {
      return beginning.get();
    } catch (RuntimeException e) {
      if (spent) {
        round.giveBack();
      }
      throw e;
    }
  }
}
