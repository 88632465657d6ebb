package dev.gatehouse.run.load;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Clients that hang up where it hurts, and those that listen for a while. */
final class Leaver {
  private static final int MOST_HELD = 6;
  private static final int LONGEST_HELD_SECONDS = 25;

  private final Scene scene;
  private final User user;
  private final Deque<Held> held = new ArrayDeque<>();

  /** A stream that is open, and until when. */
  private record Held(Wire wire, long until) {}

  Leaver(Scene scene, User user) {
    this.scene = scene;
    this.user = user;
  }

  List<Act> acts() {
    return List.of(
        new Act(2, this::inTheBody),
        new Act(2, this::beforeTheAnswer),
        new Act(2, this::inTheStream),
        new Act(4, this::listening));
  }

  private static boolean rude() {
    return ThreadLocalRandom.current().nextBoolean();
  }

  private void inTheBody() {
    byte[] bytes = wire(Message.call("list_todos", "{}"));
    drop(Kind.free("left in the body"), Arrays.copyOf(bytes, bytes.length - 40));
  }

  private byte[] wire(Message message) {
    return message.wire(scene.cluster().url, user.token().text());
  }

  // The store may have it or not.
  private void beforeTheAnswer() {
    String key = scene.ledger().open(user.subject());
    Message message = Message.call("note", scene.ledger().arguments(key));
    drop(Kind.data("left before the answer"), wire(message));
  }

  private void drop(Kind kind, byte[] bytes) {
    long sent = System.nanoTime();
    try (Wire wire = Wire.connect(scene.cluster().url, rude(), 0)) {
      wire.send(bytes);
      scene.tally().count(kind.name(), "left");
    } catch (IOException lost) {
      scene.lost(kind, sent, lost);
    }
  }

  private void inTheStream() {
    String key = scene.ledger().open(user.subject());
    Message message = Message.callWithProgress("noteSlowly", scene.ledger().arguments(key));
    open(Kind.data("left in the stream of a call"), message).close();
  }

  private void listening() {
    long now = System.nanoTime();
    while (!held.isEmpty() && (held.size() >= MOST_HELD || held.peek().until() - now < 0)) {
      held.remove().wire().close();
    }
    long until =
        now + TimeUnit.SECONDS.toNanos(ThreadLocalRandom.current().nextInt(LONGEST_HELD_SECONDS));
    held.add(new Held(open(Kind.free("subscriptions/listen"), Message.listen()), until));
  }

  private Wire open(Kind kind, Message message) {
    return Wire.open(scene, kind, user.token(), rude(), wire(message));
  }

  void finish() {
    for (Held stream : held) {
      stream.wire().close();
    }
    held.clear();
  }
}
