package dev.gatehouse.mcp.legacy;

import dev.gatehouse.mcp.stream.Event;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The events of one session, over all its streams, for clients that read slowly or come back. The
 * oldest of the lowest rank make room; answers are never dropped.
 */
final class EventLog {
  /** What can be missed, from least to most. */
  enum Rank {
    /** Progress and log messages. */
    NOTIFICATION,
    /** What a client has to do something about. */
    REQUEST,
    /** The answer of a call. */
    ANSWER
  }

  private final SessionLimits limits;
  private final Kept node;
  private final Map<Long, NavigableMap<Long, Entry>> streams = new HashMap<>();
  private final Map<Rank, NavigableMap<Long, EventId>> ages = new EnumMap<>(Rank.class);
  private long age;
  private long characters;
  private long answers;

  /**
   * @param age how many were added before, in any stream
   * @param afterwards what takes its place once it was taken
   */
  private record Entry(Event event, Rank rank, long age, Optional<Event> afterwards) {
    int characters() {
      return event.data().length();
    }
  }

  EventLog(SessionLimits limits, Kept node) {
    this.limits = limits;
    this.node = node;
    for (Rank rank : Rank.values()) {
      ages.put(rank, new TreeMap<>());
    }
  }

  synchronized void add(EventId id, Event event, Rank rank) {
    put(id, new Entry(event, rank, age++, Optional.empty()));
    boolean more = true;
    while (more && isFull()) {
      more = evict(Rank.NOTIFICATION) || evict(Rank.REQUEST);
    }
  }

  /** Adds an event in place of one that says the same, if there is one in its stream. */
  synchronized void addAgain(EventId id, Event event) {
    of(id.stream()).entrySet().stream()
        .filter(entry -> entry.getValue().event().data().equals(event.data()))
        .map(Map.Entry::getKey)
        .findFirst()
        .ifPresent(number -> remove(new EventId(id.stream(), number)));
    add(id, event, Rank.REQUEST);
  }

  /**
   * Adds the answer of a call. One that is too large is there once for whoever reads now, and then,
   * or where nobody does, the event that says so is.
   */
  synchronized void addAnswer(EventId id, Event answer, Event tooLarge, boolean isRead) {
    boolean fits = answers + answer.data().length() <= limits.answerCharacters() && !node.isFull();
    if (fits) {
      put(id, new Entry(answer, Rank.ANSWER, age++, Optional.empty()));
    } else if (isRead) {
      put(id, new Entry(answer, Rank.ANSWER, age++, Optional.of(tooLarge)));
    } else {
      put(id, new Entry(tooLarge, Rank.ANSWER, age++, Optional.empty()));
    }
  }

  private boolean isFull() {
    long most = node.isFull() ? limits.leastCharacters() : limits.keptCharacters();
    return characters - answers > most;
  }

  private boolean evict(Rank rank) {
    Optional<EventId> oldest =
        Optional.ofNullable(ages.get(rank).firstEntry()).map(Map.Entry::getValue);
    oldest.ifPresent(this::remove);
    return oldest.isPresent();
  }

  private NavigableMap<Long, Entry> of(long stream) {
    return streams.getOrDefault(stream, Collections.emptyNavigableMap());
  }

  private void put(EventId id, Entry entry) {
    streams.computeIfAbsent(id.stream(), number -> new TreeMap<>()).put(id.number(), entry);
    ages.get(entry.rank()).put(entry.age(), id);
    count(entry, 1);
  }

  private void remove(EventId id) {
    Entry entry = of(id.stream()).remove(id.number());
    ages.get(entry.rank()).remove(entry.age());
    count(entry, -1);
  }

  private void count(Entry entry, int sign) {
    characters += sign * entry.characters();
    answers += entry.rank() == Rank.ANSWER ? sign * entry.characters() : 0;
    node.add(sign * entry.characters());
  }

  /** Takes the next event of a stream after this one; empty when none is left. */
  synchronized Optional<Taken> takeAfter(EventId id) {
    return Optional.ofNullable(of(id.stream()).higherEntry(id.number()))
        .map(next -> take(new EventId(id.stream(), next.getKey()), next.getValue()));
  }

  /** An event and which one it is. */
  record Taken(EventId id, Event event) {}

  private Taken take(EventId id, Entry entry) {
    entry
        .afterwards()
        .ifPresent(
            instead -> {
              remove(id);
              put(id, new Entry(instead, entry.rank(), entry.age(), Optional.empty()));
            });
    return new Taken(id, entry.event());
  }

  /** Whether a stream has no event after this one. */
  synchronized boolean isNoneAfter(EventId id) {
    return of(id.stream()).tailMap(id.number(), false).isEmpty();
  }

  /** Drops what is left of a stream. */
  synchronized void forget(long stream) {
    of(stream).keySet().stream().toList().forEach(number -> remove(new EventId(stream, number)));
    streams.remove(stream);
  }

  /** Drops everything. */
  synchronized void clear() {
    streams.keySet().stream().toList().forEach(this::forget);
  }
}
