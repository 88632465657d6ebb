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
  private final Caller caller;
  private final Deque<Held> held = new ArrayDeque<>();

  /** A stream that is open, and until when. */
  private record Held(Wire wire, long until) {}

  Leaver(Scene scene, Caller caller) {
    this.scene = scene;
    this.caller = caller;
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

  private void inTheBody(Node node) {
    byte[] bytes = Message.call("list_todos", "{}").wire(node.url, caller.token().text());
    drop("left in the body", node, Arrays.copyOf(bytes, bytes.length - 40));
  }

  // The store may have it or not.
  private void beforeTheAnswer(Node node) {
    String key = scene.ledger().open(caller.subject());
    Message message = Message.call("note", scene.ledger().arguments(key));
    drop("left before the answer", node, message.wire(node.url, caller.token().text()));
  }

  private void drop(String kind, Node node, byte[] bytes) {
    long sent = System.nanoTime();
    try (Wire wire = Wire.connect(node, rude())) {
      wire.send(bytes);
      scene.tally().count(kind, "left");
    } catch (IOException lost) {
      scene.lost(kind, node, sent, lost);
    }
  }

  private void inTheStream(Node node) throws IOException {
    String key = scene.ledger().open(caller.subject());
    Message message = Message.callWithProgress("noteSlowly", scene.ledger().arguments(key));
    open("left in the stream of a call", node, message, "data:").close();
  }

  private void listening(Node node) throws IOException {
    long now = System.nanoTime();
    while (!held.isEmpty() && (held.size() >= MOST_HELD || held.peek().until() - now < 0)) {
      held.remove().wire().close();
    }
    long until =
        now + TimeUnit.SECONDS.toNanos(ThreadLocalRandom.current().nextInt(LONGEST_HELD_SECONDS));
    held.add(new Held(open("subscriptions/listen", node, Message.listen(), "acknowledged"), until));
  }

  private Wire open(String kind, Node node, Message message, String until) throws IOException {
    return Wire.open(
        scene, kind, node, caller.token(), rude(), token -> message.wire(node.url, token), until);
  }

  void finish() throws IOException {
    for (Held stream : held) {
      stream.wire().close();
    }
    held.clear();
  }
}
