package dev.gatehouse.run.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/** One user with a client, on one thread: does one act after another, on whatever node. */
final class Caller implements Runnable {
  private static final int PAUSE_MILLIS = 800;

  private final Scene scene;
  private final int number;
  private final List<Act> acts = new ArrayList<>();
  private final TodoList todos;
  private final Session session;
  private final LastingSession lasting;
  private final Leaver leaver;
  private volatile boolean done;
  private Token token;

  Caller(Scene scene, int number) {
    this.scene = scene;
    this.number = number;
    token = scene.issuer().token(subject(), UnaryOperator.identity());
    todos = new TodoList(scene, this);
    session = new Session(scene, this);
    lasting = new LastingSession(scene, this);
    leaver = new Leaver(scene, this);
    acts.add(new Act(38, todos::act));
    acts.addAll(new Calls(scene, this).acts());
    acts.addAll(session.acts());
    acts.addAll(lasting.acts());
    acts.addAll(new Resumes(scene, this, session).acts());
    acts.addAll(new TaskCalls(scene, this).acts());
    acts.addAll(new Stranger(scene, this).acts());
    acts.addAll(leaver.acts());
  }

  String subject() {
    return "usr_load_%02d".formatted(number);
  }

  TodoList todos() {
    return todos;
  }

  /**
   * Half of the clients keep their first token; the others renew it after a rotation, once the
   * nodes have read the new key.
   */
  Token token() {
    boolean renews = number % 2 == 0 && !scene.issuer().isKeyYoung();
    if (renews && token.key() < scene.issuer().key()) {
      token = scene.issuer().token(subject(), UnaryOperator.identity());
    }
    return token;
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
        pick(random.nextInt(sum)).deed().run();
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
    lasting.finish();
    return todos.finish();
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
