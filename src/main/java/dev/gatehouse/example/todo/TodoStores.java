package dev.gatehouse.example.todo;

import dev.gatehouse.database.Database;
import dev.gatehouse.database.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Chooses where todos are kept: in the database, if there is one. */
@ApplicationScoped
class TodoStores {
  @Produces
  static Schema schema() {
    return Schema.of("todo", TodoStores.class, "0001-todo.sql");
  }

  @Produces
  @ApplicationScoped
  static TodoStore store(Database database) {
    return database.isPresent() ? new SqlTodoStore(database) : new MemoryTodoStore();
  }
}
