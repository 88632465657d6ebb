package dev.gatehouse.health;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One look at the application.
 *
 * @param up whether all is as it must be
 * @param data short facts, fit for strangers, by their name
 */
record HealthSnapshot(boolean up, Map<String, String> data) {
  HealthSnapshot {
    data = Collections.unmodifiableMap(new TreeMap<>(data));
  }

  /** With one more fact. */
  HealthSnapshot and(String name, boolean well, String fact) {
    Map<String, String> more = new TreeMap<>(data);
    more.put(name, fact);
    return new HealthSnapshot(up && well, more);
  }
}
