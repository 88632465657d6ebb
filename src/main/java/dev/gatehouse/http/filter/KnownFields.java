package dev.gatehouse.http.filter;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Remembers some of the values that passed a test, since clients send few different ones. */
final class KnownFields {
  private static final int MOST = 64;
  private static final int LONGEST = 200;

  private final Set<String> passed = ConcurrentHashMap.newKeySet();
  private final Predicate<String> test;

  KnownFields(Predicate<String> test) {
    this.test = test;
  }

  boolean pass(String value) {
    if (passed.contains(value)) {
      return true;
    }
    boolean passes = test.test(value);
    if (passes && value.length() <= LONGEST && passed.size() < MOST) {
      passed.add(value);
    }
    return passes;
  }
}
