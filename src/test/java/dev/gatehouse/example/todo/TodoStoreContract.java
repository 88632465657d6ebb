package dev.gatehouse.example.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.tool.ToolFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds wherever todos are kept. */
interface TodoStoreContract {
  Owner ANNA = new Owner("https://issuer.example", "org_1", "anna");

  TodoStore store();

  private static Todo todo(String title) {
    return new Todo(
        java.util.UUID.randomUUID().toString(),
        title,
        "",
        false,
        Instant.ofEpochMilli(1_700_000_000_123L));
  }

  private static PageRequest page(Optional<String> cursor, int limit) {
    return PageRequest.of(Optional.empty(), cursor, Optional.of(limit));
  }

  private static Todo finished(Todo todo) {
    return new Todo(todo.id(), todo.title(), todo.description(), true, todo.createdAt());
  }

  @Test
  default void what_is_kept_is_found_as_it_was() {
    Todo kept = store().add(ANNA, new Todo("4d", "Été 🌞 'x'; --", "a\nb\\", true, Instant.EPOCH));
    assertThat(store().find(ANNA, "4d")).contains(kept);
  }

  @Test
  default void each_part_of_an_owner_keeps_todos_apart() {
    Todo kept = store().add(ANNA, todo("mine"));
    List<Owner> others =
        List.of(
            new Owner("https://issuer.exampleorg_1", "", "anna"),
            new Owner("https://issuer.example", "", "org_1anna"),
            new Owner("https://issuer.example", "org_1", "ann"),
            new Owner("https://other.example", "org_1", "anna"));
    for (Owner other : others) {
      assertThat(store().find(other, kept.id())).isEmpty();
      assertThat(store().change(other, kept.id(), TodoStoreContract::finished)).isEmpty();
      assertThat(store().remove(other, kept.id())).isEmpty();
      assertThat(store().page(other, page(Optional.empty(), 10)).todos()).isEmpty();
    }
    assertThat(store().find(ANNA, kept.id())).contains(kept);
  }

  @Test
  default void pages_hold_all_once_in_the_order_of_their_making() {
    List<Todo> all =
        IntStream.range(0, 7).mapToObj(i -> store().add(ANNA, todo("no " + i))).toList();
    Todos first = store().page(ANNA, page(Optional.empty(), 3));
    Todos second = store().page(ANNA, page(first.nextCursor(), 3));
    Todos third = store().page(ANNA, page(second.nextCursor(), 3));
    assertThat(third.nextCursor()).isEmpty();
    assertThat(Stream.of(first, second, third).flatMap(page -> page.todos().stream()))
        .isEqualTo(all);
  }

  @Test
  default void a_page_that_is_exactly_full_is_the_last_one() {
    store().add(ANNA, todo("one"));
    store().add(ANNA, todo("two"));
    assertThat(store().page(ANNA, page(Optional.empty(), 2)).nextCursor()).isEmpty();
  }

  @Test
  default void a_page_holds_only_what_was_asked_for() {
    Todo open = store().add(ANNA, todo("open"));
    Todo done = store().add(ANNA, finished(todo("done")));
    PageRequest completed = PageRequest.of(Optional.of(true), Optional.empty(), Optional.empty());
    assertThat(store().page(ANNA, completed).todos()).containsExactly(done);
    PageRequest left = PageRequest.of(Optional.of(false), Optional.empty(), Optional.empty());
    assertThat(store().page(ANNA, left).todos()).containsExactly(open);
  }

  @Test
  default void what_is_removed_is_gone_and_removed_once() {
    Todo kept = store().add(ANNA, todo("short"));
    assertThat(store().remove(ANNA, kept.id())).contains(kept);
    assertThat(store().remove(ANNA, kept.id())).isEmpty();
    assertThat(store().change(ANNA, kept.id(), TodoStoreContract::finished)).isEmpty();
  }

  @Test
  default void what_can_be_no_id_is_none() {
    for (String id : List.of("", "\0", "'", "\ud800", "ABC", "x".repeat(65))) {
      assertThat(store().find(ANNA, id)).isEmpty();
      assertThat(store().remove(ANNA, id)).isEmpty();
      assertThat(store().change(ANNA, id, TodoStoreContract::finished)).isEmpty();
    }
  }

  @Test
  default void one_more_than_the_limit_is_refused() {
    for (int i = 0; i < TodoStore.MAX_PER_OWNER; i++) {
      store().add(ANNA, todo("no " + i));
    }
    assertThatThrownBy(() -> store().add(ANNA, todo("one more")))
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("1000");
  }

  @Test
  default void changes_at_the_same_time_are_all_kept() throws Exception {
    Todo kept = store().add(ANNA, todo("+"));
    Callable<Optional<Todo>> change =
        () ->
            store()
                .change(
                    ANNA,
                    kept.id(),
                    todo ->
                        new Todo(
                            todo.id(),
                            todo.title() + "+",
                            todo.description(),
                            todo.completed(),
                            todo.createdAt()));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<Optional<Todo>> done :
          threads.invokeAll(java.util.Collections.nCopies(8, change))) {
        assertThat(done.get()).isPresent();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(store().find(ANNA, kept.id()).orElseThrow().title()).isEqualTo("+".repeat(9));
  }
}
