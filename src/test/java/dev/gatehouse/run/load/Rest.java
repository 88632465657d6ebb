package dev.gatehouse.run.load;

import dev.gatehouse.support.tools.UsageTools;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the surviving node holds when nobody calls.
 *
 * @param held live objects that sessions and streams consist of, by class
 * @param heapByClass bytes of live objects
 */
record Rest(Usage usage, List<Long> held, Map<String, Long> heapByClass) {
  static final List<String> HELD = UsageTools.HELD;

  private static final int LOOK_SECONDS = 5;
  private static final int LEAST_LOOKS = 15;
  private static final int MOST_LOOKS = 48;
  private static final int SAME_LOOKS = 6;

  Rest {
    held = List.copyOf(held);
    heapByClass = Map.copyOf(heapByClass);
  }

  /**
   * Waits until connections that are idle, threads of pools and streams that nobody reads have
   * gone: at least 75 seconds, at most 4 minutes, until half a minute brings no change.
   */
  static Rest of(Scene scene) throws IOException, InterruptedException {
    long pid = scene.survivor().pid();
    int same = 0;
    Usage last = Usage.of(pid);
    for (int i = 0; i < MOST_LOOKS && (i < LEAST_LOOKS || same < SAME_LOOKS); i++) {
      Thread.sleep(LOOK_SECONDS * 1000L);
      Usage now = Usage.of(pid);
      boolean unchanged = now.threads() == last.threads() && now.sockets() == last.sockets();
      same = unchanged ? same + 1 : 0;
      last = now;
    }
    System.out.println("At rest: " + last);
    Map<String, Long> heap = Usage.heapByClass(pid);
    // This asks through the node itself, so it comes last.
    return new Rest(last, held(scene), heap);
  }

  private static List<Long> held(Scene scene) throws InterruptedException {
    Token token = scene.issuer().token("usr_load_auditor", UnaryOperator.identity());
    Message message = Message.call("usage", "{}");
    Optional<JsonObject> result =
        scene.result("usage", scene.send("usage", scene.survivor(), token, message, Scene.OK));
    List<Long> held = new ArrayList<>();
    if (result.isPresent()) {
      List<String> numbers = List.of(Scene.text(result.get()).split(" "));
      numbers.subList(2, numbers.size()).forEach(number -> held.add(Long.valueOf(number)));
    }
    return held;
  }
}
