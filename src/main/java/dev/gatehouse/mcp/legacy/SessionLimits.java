package dev.gatehouse.mcp.legacy;

import java.time.Duration;

/**
 * How much the sessions of one node may hold.
 *
 * @param perOwner sessions of one owner
 * @param total sessions of all owners
 * @param idle how long a session lives without use
 * @param bufferedEvents events that one session keeps for clients that come back
 * @param bufferedBytes memory that these events take, at two bytes for each character
 */
record SessionLimits(
    int perOwner, int total, Duration idle, int bufferedEvents, int bufferedBytes) {
  SessionLimits {
    if (perOwner < 1 || total < 1 || bufferedEvents < 1 || bufferedBytes < 1) {
      throw new IllegalArgumentException("A limit is at least 1");
    }
    if (idle.isNegative() || idle.isZero()) {
      throw new IllegalArgumentException("A session lives for some time");
    }
  }

  /** At most 250 MiB of events in all. */
  static SessionLimits of(int perOwner) {
    return new SessionLimits(perOwner, 1000, Duration.ofMinutes(30), 256, 256 * 1024);
  }
}
