package dev.gatehouse.mcp.modern.task;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.tool.UnavailableException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryTaskStoreTest implements TaskStoreContract {
  private final TaskStore store = new MemoryTaskStore(3);

  @Override
  public TaskStore store() {
    return store;
  }

  @Test
  void more_than_there_is_room_for_are_refused() {
    for (int i = 0; i < 3; i++) {
      add(i);
    }
    assertThatThrownBy(() -> add(3)).isInstanceOf(UnavailableException.class);
  }

  private void add(int i) {
    store.add(StoredTask.begin("" + i, "c", "node", NOW, Duration.ofHours(1), CALL, Map.of()));
  }
}
