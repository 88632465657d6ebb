package dev.gatehouse.run.load;

import dev.gatehouse.run.load.TodoBook.Doubt;
import dev.gatehouse.run.load.TodoBook.Todo;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * The todos of one caller. After a write that was not answered it looks what is there before it
 * writes again, as a client has to that does not want it twice.
 */
final class TodoList {
  private static final int MOST = 30;
  private static final int LONGEST = 60;
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

  private final Scene scene;
  private final User user;
  private final TodoBook book = new TodoBook();
  private final List<String> again = new ArrayList<>();
  private int made;

  TodoList(Scene scene, User user) {
    this.scene = scene;
    this.user = user;
  }

  void act() throws InterruptedException {
    List<String> ids = List.copyOf(book.todos().keySet());
    int chance = ThreadLocalRandom.current().nextInt(10);
    if (book.isInDoubt()) {
      check("what is there after no answer");
    } else if (!again.isEmpty()) {
      create(again.remove(0), "create_todo once more");
    } else if (ids.isEmpty() || chance < 3 && ids.size() < MOST) {
      create(user.subject() + " " + ++made, "create_todo");
    } else if (chance < 5) {
      check("list_todos");
    } else if (chance < 8) {
      complete(ids.get(ThreadLocalRandom.current().nextInt(ids.size())));
    } else {
      delete(ids.get(0));
    }
  }

  private void create(String title, String kind) throws InterruptedException {
    create(title, Kind.data(kind), arguments -> Message.call("create_todo", arguments));
  }

  /** Creates one in whatever era. */
  void create(Kind kind, Function<String, Message> era) throws InterruptedException {
    if (!book.isInDoubt() && book.todos().size() < MOST) {
      create(user.subject() + " " + ++made, kind, era);
    }
  }

  private void create(String title, Kind kind, Function<String, Message> era)
      throws InterruptedException {
    String arguments = "{\"title\":\"%s\"}".formatted(title);
    write(kind, era.apply(arguments), new Doubt.Create(title))
        .map(answer -> answer.getJsonObject("todo"))
        .ifPresent(todo -> book.put(todo.getString("id"), new Todo(title, false)));
    if (book.isInDoubt()) {
      again.add(title);
    }
  }

  private void complete(String id) throws InterruptedException {
    String old = book.todos().get(id).title();
    Todo after = new Todo(old.length() > LONGEST ? old : old + "+", true);
    String change =
        "{\"todo_id\":\"%s\",\"title\":\"%s\",\"completed\":true}".formatted(id, after.title());
    Kind kind = Kind.data("update_todo");
    if (write(kind, Message.call("update_todo", change), new Doubt.Change(id, after)).isPresent()) {
      book.put(id, after);
    }
  }

  private void delete(String id) throws InterruptedException {
    Message message = Message.call("delete_todo", "{\"todo_id\":\"%s\"}".formatted(id));
    if (write(Kind.data("delete_todo"), message, new Doubt.Remove(id)).isPresent()) {
      book.remove(id);
    }
  }

  /** What the tool answered; if that is unknown, the write is in doubt. */
  private Optional<JsonObject> write(Kind kind, Message message, Doubt doubt)
      throws InterruptedException {
    Optional<Answer> answer = scene.send(kind, user.token(), message);
    Optional<JsonObject> result = content(answer);
    boolean refused = answer.filter(some -> REFUSALS.contains(some.status())).isPresent();
    if (result.isEmpty() && !refused) {
      book.doubt(doubt);
    }
    return result;
  }

  private Optional<JsonObject> content(Optional<Answer> answer) {
    return scene.result(answer).map(result -> Scene.json(Scene.text(result)));
  }

  /**
   * Whether what was accepted is there, each once, and nothing else; false when that is unknown.
   */
  private boolean check(String name) throws InterruptedException {
    Kind kind = Kind.data(name);
    Message list = Message.call("list_todos", "{}");
    Optional<JsonObject> answer = content(scene.send(kind, user.token(), list));
    if (answer.isEmpty()) {
      return false;
    }
    Map<String, Todo> there = new LinkedHashMap<>();
    for (JsonValue value : answer.get().getJsonArray("todos")) {
      JsonObject todo = value.asJsonObject();
      there.put(
          todo.getString("id"), new Todo(todo.getString("title"), todo.getBoolean("completed")));
    }
    book.settle(there).forEach(wrong -> scene.tally().wrongWrite(name, wrong));
    again.removeIf(
        title -> book.todos().values().stream().anyMatch(todo -> todo.title().equals(title)));
    return true;
  }

  /** Reads all back, then deletes them; how many there were. */
  int finish() throws InterruptedException {
    demand();
    int checked = book.todos().size();
    while (!book.todos().isEmpty()) {
      delete(book.todos().keySet().iterator().next());
      if (book.isInDoubt()) {
        demand();
      }
    }
    demand();
    return checked;
  }

  // When all is well again, which it is soon.
  private void demand() throws InterruptedException {
    for (int i = 0; i < 60; i++) {
      if (check("read back")) {
        return;
      }
      Thread.sleep(1000);
    }
    scene.tally().wrongWrite("read back", "the todos could not be read");
  }
}
