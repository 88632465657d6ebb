package dev.gatehouse.run.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/** One user with a client, on one thread: does one act after another, on either node. */
final class Caller implements Runnable {
  private static final int PAUSE_MILLIS = 400;

  private final Scene scene;
  private final int number;
  private final List<Act> acts = new ArrayList<>();
  private final TodoList atSurvivor;
  private final TodoList atSibling;
  private final Session session;
  private final Leaver leaver;
  private volatile boolean done;
  private Token token;

  Caller(Scene scene, int number) {
    this.scene = scene;
    this.number = number;
    atSurvivor = new TodoList(scene, this, scene.survivor());
    atSibling = new TodoList(scene, this, scene.sibling());
    session = new Session(scene, this);
    leaver = new Leaver(scene, this);
    acts.add(new Act(38, node -> todos(node).act()));
    acts.addAll(new Calls(scene, this).acts());
    acts.addAll(session.acts());
    acts.addAll(new Stranger(scene, this).acts());
    acts.addAll(leaver.acts());
  }

  String subject() {
    return "usr_load_%02d".formatted(number);
  }

  /** Half of the clients keep a token for as long as its key is published. */
  Token token() {
    int newest = scene.issuer().key();
    boolean keeps = number % 2 == 1 && token != null && token.key() >= scene.issuer().oldestKey();
    if (token == null || token.key() < newest && !keeps) {
      token = scene.issuer().token(subject(), UnaryOperator.identity());
    }
    return token;
  }

  TodoList todos(Node node) {
    return node == scene.survivor() ? atSurvivor : atSibling;
  }

  /** After what runs now. */
  void stop() {
    done = true;
  }

  @Override
  public void run() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    int sum = acts.stream().mapToInt(Act::weight).sum();
    try {
      while (!done) {
        boolean elsewhere = scene.sibling().isUp() && random.nextInt(100) < 40;
        Node node = elsewhere ? scene.sibling() : scene.survivor();
        pick(random.nextInt(sum)).deed().on(node);
        Thread.sleep(random.nextInt(PAUSE_MILLIS));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (Exception broken) {
      scene.tally().wrong("the client itself", broken.toString());
      broken.printStackTrace();
    }
  }

  /** Takes leave of everything, once it has stopped; how many todos were read back before. */
  int finish() throws Exception {
    leaver.finish();
    session.finish();
    return atSurvivor.finish() + (scene.sibling().isUp() ? atSibling.finish() : 0);
  }

  private Act pick(int at) {
    int left = at;
    for (Act act : acts) {
      left -= act.weight();
      if (left < 0) {
        return act;
      }
    }
    throw new IllegalStateException();
  }
}
