package dev.gatehouse.mcp.modern;

import dev.gatehouse.config.Settings;

/**
 * How many streams may be open at once.
 *
 * @param all on this node
 * @param perOwner of one caller on this node
 */
record SubscriptionLimits(int all, int perOwner) {
  static SubscriptionLimits of(Settings settings) {
    return new SubscriptionLimits(settings.maxStreams(), settings.maxStreamsPerCaller());
  }

  SubscriptionLimits {
    if (all < 1 || perOwner < 1) {
      throw new IllegalArgumentException("At least one stream must be possible");
    }
  }
}
