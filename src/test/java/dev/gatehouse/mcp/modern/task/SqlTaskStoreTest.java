package dev.gatehouse.mcp.modern.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.database.Database;
import dev.gatehouse.database.Databases;
import dev.gatehouse.mcp.seal.StateCipher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SqlTaskStoreTest implements TaskStoreContract {
  private final Database database =
      Databases.open(Databases.embedded(UUID.randomUUID().toString()), Databases.nodes());
  private final TaskStore store = store(1);

  private TaskStore store(int key) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) key;
    return new SqlTaskStore(
        database, new StateCipher("task", List.of(new SecretKeySpec(bytes, "AES"))));
  }

  @Override
  public TaskStore store() {
    return store;
  }

  @Test
  void what_was_kept_under_another_key_is_unknown() {
    store.add(StoredTask.begin("1", "c", "node", NOW, Duration.ofHours(1), CALL, Map.of()));
    assertThat(store(2).find("1", NOW)).isEmpty();
    assertThat(store(1).find("1", NOW)).isPresent();
  }

  @Test
  void nobody_who_reads_the_table_reads_what_a_task_is_about() {
    store.add(StoredTask.begin("1", "c", "node", NOW, Duration.ofHours(1), CALL, Map.of()));
    String row =
        database.with(
            sql ->
                sql.first("select content from gatehouse_task", at -> at.getString(1))
                    .orElseThrow());
    assertThat(row).startsWith("v1.").doesNotContain("work");
  }
}
