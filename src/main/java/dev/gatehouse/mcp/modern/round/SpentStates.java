package dev.gatehouse.mcp.modern.round;

import java.time.Instant;

/** Where it is known which states were used. */
interface SpentStates {
  /** Whether the state may be used, which it may not twice. */
  boolean spend(String nonce, RequestState state, Instant now);

  /** A state that may be used after all, since what it was used for did not begin. */
  void giveBack(String nonce);
}
