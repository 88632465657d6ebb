package dev.gatehouse.run.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one client knows of its todos, of which one may be in doubt. */
final class TodoBook {
  record Todo(String title, boolean completed) {}

  /** A write that was not answered: it may have been done, but once. */
  sealed interface Doubt {
    record Create(String title) implements Doubt {}

    record Change(String id, Todo after) implements Doubt {}

    record Remove(String id) implements Doubt {}
  }

  private final Map<String, Todo> todos = new LinkedHashMap<>();
  private Optional<Doubt> doubt = Optional.empty();

  /** What was accepted last, by id; unless there is a doubt, this is what has to be there. */
  Map<String, Todo> todos() {
    return new LinkedHashMap<>(todos);
  }

  void put(String id, Todo todo) {
    todos.put(id, todo);
  }

  void remove(String id) {
    todos.remove(id);
  }

  void doubt(Doubt unanswered) {
    doubt = Optional.of(unanswered);
  }

  boolean isInDoubt() {
    return doubt.isPresent();
  }

  /**
   * Settles the doubt by what is there; everything that is wrong with it, which is then forgiven.
   */
  List<String> settle(Map<String, Todo> there) {
    List<String> wrong = new ArrayList<>();
    doubt.ifPresent(unanswered -> settle(unanswered, there, wrong));
    doubt = Optional.empty();
    if (!there.equals(todos)) {
      wrong.add("LOST: there is %s instead of %s".formatted(there, todos));
      todos.clear();
      todos.putAll(there);
    }
    return wrong;
  }

  private void settle(Doubt unanswered, Map<String, Todo> there, List<String> wrong) {
    if (unanswered instanceof Doubt.Create create) {
      List<String> made =
          there.keySet().stream()
              .filter(id -> there.get(id).equals(new Todo(create.title(), false)))
              .filter(id -> !todos.containsKey(id))
              .toList();
      made.forEach(id -> todos.put(id, there.get(id)));
      if (made.size() > 1) {
        wrong.add("DOUBLED: %s is there %d times".formatted(create.title(), made.size()));
      }
    } else if (unanswered instanceof Doubt.Change change) {
      if (change.after().equals(there.get(change.id()))) {
        todos.put(change.id(), change.after());
      }
    } else if (unanswered instanceof Doubt.Remove removal && !there.containsKey(removal.id())) {
      todos.remove(removal.id());
    }
  }
}
