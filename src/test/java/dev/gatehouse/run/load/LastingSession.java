package dev.gatehouse.run.load;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** One session from the beginning to the end, with its stream, whatever happens to nodes. */
final class LastingSession {
  private static final int PATIENCE = 60;

  private final Scene scene;
  private final User user;
  private final TodoList todos;
  private String id = "";
  private Optional<Wire> stream = Optional.empty();
  private long alive;
  private int calls;

  LastingSession(Scene scene, User user, TodoList todos) {
    this.scene = scene;
    this.user = user;
    this.todos = todos;
  }

  List<Act> acts() {
    return List.of(new Act(8, this::use), new Act(3, this::listen));
  }

  private void use() throws InterruptedException {
    if (id.isEmpty()) {
      id = Session.begin(scene, user).orElse("");
    } else if (ThreadLocalRandom.current().nextBoolean()) {
      ping();
    } else {
      todos.create(
          Kind.data("create_todo in the lasting session"),
          arguments -> Message.legacyCall(id, "c" + ++calls, "create_todo", arguments));
    }
  }

  private boolean ping() throws InterruptedException {
    Message ping = Message.legacy(id, "ping", "p" + ++calls, "");
    return scene
        .result(scene.send(Kind.data("ping in the lasting session"), user.token(), ping))
        .isPresent();
  }

  /** Goes on with its stream when that has ended, which only the death of its node may cause. */
  private void listen() {
    if (id.isEmpty() || isAlive()) {
      return;
    }
    stream
        .filter(Wire::isOpen)
        .filter(over -> !scene.mayFail(alive))
        .ifPresent(over -> scene.tally().wrong("the lasting stream", "it has ended"));
    stream.ifPresent(Wire::close);
    // A node that has not noticed yet that the client left says 409.
    Kind kind = Kind.data("GET of the lasting session", 200, 409);
    byte[] get = Session.get(scene.cluster().url, id, "", user.token());
    alive = System.nanoTime();
    stream = Optional.of(Wire.open(scene, kind, user.token(), false, get));
  }

  private boolean isAlive() {
    long now = System.nanoTime();
    boolean open = stream.filter(some -> !some.isOver()).isPresent();
    alive = open ? now : alive;
    return open;
  }

  /** Whether it is as good as in the beginning, then ends it. */
  void finish() throws InterruptedException {
    if (!id.isEmpty()) {
      boolean good = ping();
      for (int i = 0; i < PATIENCE && !good; i++) {
        Thread.sleep(1000);
        good = ping();
      }
      stream.ifPresent(Wire::close);
      Session.demandEnd(scene, user, id);
      scene.tally().count("a session that lasted from beginning to end", good ? "200" : "lost");
    }
  }
}
