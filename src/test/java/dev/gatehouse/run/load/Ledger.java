package dev.gatehouse.run.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** What the clients know of their writes, to be held against what the store says. */
final class Ledger {
  /** How a write ended for its client. */
  enum Fate {
    /** The client was told that it is done. */
    ACCEPTED,
    /** The client was told that it is not. */
    REFUSED,
    /** The client was told nothing. */
    UNKNOWN
  }

  /** What a client sent, or what the store has of it, as often as it says. */
  record Entry(String content, String writer) {}

  /** An entry of the store, and how often it is there. */
  record Row(Entry entry, int count) {}

  private final Map<String, Entry> sent = new TreeMap<>();
  private final Map<String, Fate> fates = new HashMap<>();

  /** A new entry's key; nothing is known of its fate. */
  synchronized String open(String writer) {
    String key = "e%07d".formatted(sent.size());
    String content = Long.toHexString(ThreadLocalRandom.current().nextLong());
    sent.put(key, new Entry(content, writer));
    fates.put(key, Fate.UNKNOWN);
    return key;
  }

  synchronized String content(String key) {
    return sent.get(key).content();
  }

  /** The arguments of the tool that writes it. */
  String arguments(String key) {
    return "{\"entry\":\"%s\",\"content\":\"%s\"}".formatted(key, content(key));
  }

  synchronized void close(String key, Fate fate) {
    fates.put(key, fate);
  }

  synchronized long count(Fate fate) {
    return fates.values().stream().filter(fate::equals).count();
  }

  synchronized Map<String, Fate> fates() {
    return Map.copyOf(fates);
  }

  /** Everything that is wrong with the store, read after the fates were. */
  synchronized List<String> check(Map<String, Fate> known, Map<String, Row> store) {
    List<String> wrong = new ArrayList<>();
    known.forEach(
        (key, fate) -> {
          if (fate == Fate.ACCEPTED && !store.containsKey(key)) {
            wrong.add("LOST: " + key + " was accepted and is not there");
          }
          if (fate == Fate.REFUSED && store.containsKey(key)) {
            wrong.add("refused, but there: " + key);
          }
        });
    store.forEach(
        (key, row) -> {
          if (row.count() != 1) {
            wrong.add("written %d times: %s".formatted(row.count(), key));
          }
          if (!row.entry().equals(sent.get(key))) {
            wrong.add("not as it was sent: " + key);
          }
        });
    return wrong;
  }
}
