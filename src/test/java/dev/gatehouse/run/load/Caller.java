package dev.gatehouse.run.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** One user with a client, on one thread: does one act after another, on whatever node. */
final class Caller implements Runnable {
  private static final int PAUSE_MILLIS = 800;

  private final Scene scene;
  private final List<Act> acts = new ArrayList<>();
  private final TodoList todos;
  private final Session session;
  private final LastingSession lasting;
  private final Leaver leaver;
  private volatile boolean done;

  Caller(Scene scene, int number) {
    this.scene = scene;
    User user = new User(scene.issuer(), number);
    todos = new TodoList(scene, user);
    session = new Session(scene, user);
    lasting = new LastingSession(scene, user, todos);
    leaver = new Leaver(scene, user);
    acts.add(new Act(38, todos::act));
    acts.addAll(new Calls(scene, user).acts());
    acts.addAll(session.acts());
    acts.addAll(lasting.acts());
    acts.addAll(new Resumes(scene, user, session).acts());
    acts.addAll(new TaskCalls(scene, user).acts());
    acts.addAll(new Stranger(scene, user).acts());
    acts.addAll(leaver.acts());
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
