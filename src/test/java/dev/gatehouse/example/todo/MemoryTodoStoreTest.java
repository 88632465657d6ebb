package dev.gatehouse.example.todo;

class MemoryTodoStoreTest implements TodoStoreContract {
  private final TodoStore store = new MemoryTodoStore();

  @Override
  public TodoStore store() {
    return store;
  }
}
