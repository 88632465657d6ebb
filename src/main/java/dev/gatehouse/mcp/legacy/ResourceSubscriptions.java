package dev.gatehouse.mcp.legacy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The resources that the client of one session wants to hear about, as many as are sensible. */
final class ResourceSubscriptions {
  static final int LIMIT = 256;
  static final int LONGEST = 2048;

  private final Set<String> uris = ConcurrentHashMap.newKeySet();

  synchronized boolean add(String uri) {
    if (uri.length() > LONGEST || (uris.size() >= LIMIT && !uris.contains(uri))) {
      return false;
    }
    uris.add(uri);
    return true;
  }

  void remove(String uri) {
    uris.remove(uri);
  }

  Set<String> all() {
    return Set.copyOf(uris);
  }

  synchronized void replace(Set<String> others) {
    uris.retainAll(others);
    uris.addAll(others);
  }

  boolean contains(String uri) {
    return uris.contains(uri);
  }
}
