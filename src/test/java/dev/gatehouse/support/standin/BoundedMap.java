package dev.gatehouse.support.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A map that forgets its oldest entry rather than grow without end; safe for threads. */
final class BoundedMap<V> {
  private final Map<String, V> entries;

  BoundedMap(int limit) {
    entries = new Entries<>(limit);
  }

  synchronized void put(String key, V value) {
    entries.put(key, value);
  }

  synchronized Optional<V> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  synchronized Optional<V> take(String key) {
    return Optional.ofNullable(entries.remove(key));
  }

  synchronized int size() {
    return entries.size();
  }

  private static final class Entries<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;
    private final int limit;

    Entries(int limit) {
      this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > limit;
    }
  }
}
