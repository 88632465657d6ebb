package dev.gatehouse.mcp.modern.task;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of tasks does. */
interface TaskStoreContract {
  Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  JsonObject CALL =
      Json.createObjectBuilder()
          .add("name", "work")
          .add("arguments", JsonObject.EMPTY_JSON_OBJECT)
          .build();

  TaskStore store();

  private static StoredTask task(String id) {
    return StoredTask.begin(id, "a".repeat(43), "node", NOW, Duration.ofHours(1), CALL, Map.of());
  }

  @Test
  default void a_task_is_found_as_it_was_kept() {
    store().add(task("1"));
    assertThat(store().find("1", NOW)).contains(task("1"));
    assertThat(store().find("2", NOW)).isEmpty();
  }

  @Test
  default void each_change_follows_the_one_before_or_is_refused() {
    store().add(task("1"));
    StoredTask asked =
        task("1")
            .asking(
                Map.of("known", CALL), Json.createObjectBuilder().add("key", CALL).build(), NOW);
    assertThat(store().replace(asked)).isTrue();
    assertThat(store().replace(task("1").cancelled(NOW))).isFalse();
    assertThat(store().find("1", NOW)).contains(asked);
  }

  @Test
  default void an_expired_task_is_unknown_before_it_is_swept_and_after() {
    store().add(task("1"));
    Instant later = NOW.plus(Duration.ofHours(1));
    assertThat(store().find("1", later)).isEmpty();
    assertThat(store().count("a".repeat(43), later)).isZero();
    store().sweep(later);
    assertThat(store().find("1", NOW)).isEmpty();
  }

  @Test
  default void tasks_are_counted_by_caller() {
    store().add(task("1"));
    store().add(task("2"));
    assertThat(store().count("a".repeat(43), NOW)).isEqualTo(2);
    assertThat(store().count("b".repeat(43), NOW)).isZero();
  }

  @Test
  default void nothing_replaces_what_is_not_there() {
    assertThat(store().replace(task("1").cancelled(NOW))).isFalse();
    assertThat(store().find("1", NOW)).isEmpty();
  }
}
