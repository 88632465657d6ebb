package dev.gatehouse.example.todo;

import dev.gatehouse.database.Databases;
import java.util.UUID;

class SqlTodoStoreTest implements TodoStoreContract {
  private final TodoStore store =
      new SqlTodoStore(
          Databases.open(Databases.embedded(UUID.randomUUID().toString()), TodoStores.schema()));

  @Override
  public TodoStore store() {
    return store;
  }
}
