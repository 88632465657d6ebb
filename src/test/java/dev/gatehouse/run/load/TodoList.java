package dev.gatehouse.run.load;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The todos of one caller at one node, which keeps them in memory until it dies. */
final class TodoList {
  private static final int MOST = 30;

  private final Scene scene;
  private final Caller caller;
  private final Node node;
  private final Map<String, Todo> todos = new LinkedHashMap<>();
  private int life;
  private int made;

  /** What was accepted last. */
  private record Todo(String title, boolean completed) {
    static Todo of(JsonObject todo) {
      return new Todo(todo.getString("title"), todo.getBoolean("completed"));
    }
  }

  TodoList(Scene scene, Caller caller, Node node) {
    this.scene = scene;
    this.caller = caller;
    this.node = node;
  }

  void act() throws InterruptedException {
    forgetFormerLife();
    int chance = ThreadLocalRandom.current().nextInt(10);
    if (todos.isEmpty() || chance < 3 && todos.size() < MOST) {
      create();
    } else if (chance < 5) {
      check("list_todos");
    } else if (chance < 8) {
      complete();
    } else {
      delete(todos.keySet().iterator().next());
    }
  }

  private void forgetFormerLife() {
    if (life != node.lives()) {
      todos.clear();
      life = node.lives();
    }
  }

  private void create() throws InterruptedException {
    String title = caller.subject() + " " + ++made;
    call("create_todo", "{\"title\":\"%s\"}".formatted(title))
        .map(answer -> answer.getJsonObject("todo"))
        .ifPresent(todo -> todos.put(todo.getString("id"), new Todo(title, false)));
  }

  private void complete() throws InterruptedException {
    List<String> ids = new ArrayList<>(todos.keySet());
    String id = ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
    String title = todos.get(id).title() + "+";
    String change = "{\"todo_id\":\"%s\",\"title\":\"%s\",\"completed\":true}".formatted(id, title);
    if (call("update_todo", change).isPresent()) {
      todos.put(id, new Todo(title, true));
    }
  }

  private void delete(String id) throws InterruptedException {
    if (call("delete_todo", "{\"todo_id\":\"%s\"}".formatted(id)).isPresent()) {
      todos.remove(id);
    }
  }

  /** Whether the node has what was accepted, each once, and nothing else. */
  private int check(String kind) throws InterruptedException {
    int before = node.lives();
    Optional<JsonObject> answer = call("list_todos", "{}");
    if (answer.isPresent() && before == life && node.lives() == life) {
      Map<String, Todo> there = new LinkedHashMap<>();
      for (JsonValue todo : answer.get().getJsonArray("todos")) {
        there.put(todo.asJsonObject().getString("id"), Todo.of(todo.asJsonObject()));
      }
      if (!there.equals(todos)) {
        scene
            .tally()
            .wrongWrite(kind, "LOST: %s has %s instead of %s".formatted(node.name, there, todos));
      }
      return there.size();
    }
    return 0;
  }

  /** Reads all back, then deletes them; how many there were. */
  int finish() throws InterruptedException {
    forgetFormerLife();
    int checked = check("read back");
    for (String id : List.copyOf(todos.keySet())) {
      delete(id);
    }
    check("read back");
    return checked;
  }

  private Optional<JsonObject> call(String tool, String arguments) throws InterruptedException {
    var response = scene.send(tool, node, caller.token(), Message.call(tool, arguments), Scene.OK);
    return scene.result(tool, response).map(result -> Scene.json(Scene.text(result)));
  }
}
