package dev.gatehouse.run.load;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Calls that become tasks, which are asked for at whatever node. */
final class TaskCalls {
  private static final int MOST_LOOKS = 90;

  private final Scene scene;
  private final User user;

  TaskCalls(Scene scene, User user) {
    this.scene = scene;
    this.user = user;
  }

  List<Act> acts() {
    return List.of(new Act(1, this::count));
  }

  private void count() throws InterruptedException {
    long began = System.nanoTime();
    Message call = Message.task("count", "{\"seconds\":2}");
    Optional<JsonObject> begun =
        scene.result(scene.send(Kind.data("a call as a task"), user.token(), call));
    if (begun.isPresent()) {
      JsonObject end = end(begun.get().getString("taskId"));
      boolean good = end.toString().contains("Counted to 2");
      scene.tally().count("a task", good ? "completed" : end.getString("status", "lost"));
      if (!good && !scene.mayFail(began)) {
        scene.tally().wrong("a task", end.toString());
      }
    }
  }

  private JsonObject end(String id) throws InterruptedException {
    for (int i = 0; i < MOST_LOOKS; i++) {
      Thread.sleep(1000);
      Message get = Message.aboutTask("tasks/get", id);
      Optional<JsonObject> task =
          scene.result(scene.send(Kind.data("tasks/get"), user.token(), get));
      if (task.filter(some -> !some.getString("status").equals("working")).isPresent()) {
        return task.get();
      }
    }
    return JsonValue.EMPTY_JSON_OBJECT;
  }
}
