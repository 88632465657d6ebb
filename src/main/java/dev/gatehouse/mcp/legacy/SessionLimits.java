package dev.gatehouse.mcp.legacy;

import java.time.Duration;

/**
 * How much the sessions of one node may hold.
 *
 * @param perOwner sessions of one owner
 * @param total sessions of all owners
 * @param idle how long a session lives without use
 * @param keptCharacters of the events of one session, without answers
 * @param leastCharacters of these, when all sessions keep too much together
 * @param answerCharacters of the answers of one session
 * @param nodeCharacters of all sessions together
 */
record SessionLimits(
    int perOwner,
    int total,
    Duration idle,
    int keptCharacters,
    int leastCharacters,
    int answerCharacters,
    long nodeCharacters) {
  private static final int MEBI = 1 << 20;

  SessionLimits {
    if (perOwner < 1
        || total < 1
        || keptCharacters < 1
        || leastCharacters < 1
        || answerCharacters < 1
        || nodeCharacters < 1) {
      throw new IllegalArgumentException("A limit is at least 1");
    }
    if (idle.isNegative() || idle.isZero()) {
      throw new IllegalArgumentException("A session lives for some time");
    }
  }

  /** At most a quarter of the memory for events in all, at one or two bytes for each character. */
  static SessionLimits of(int perOwner) {
    return new SessionLimits(
        perOwner,
        10_000,
        Duration.ofMinutes(30),
        2 * MEBI,
        MEBI / 32,
        8 * MEBI,
        Runtime.getRuntime().maxMemory() / 8);
  }
}
