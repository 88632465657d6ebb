package dev.gatehouse.run.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.run.load.TodoBook.Doubt;
import dev.gatehouse.run.load.TodoBook.Todo;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the judge of the todos sees what it is there to see. */
class TodoBookTest {
  private static final Todo MILK = new Todo("milk", false);
  private static final Todo BREAD = new Todo("bread", false);
  private static final Todo DONE = new Todo("milk", true);

  private final TodoBook book = new TodoBook();

  @BeforeEach
  void milk() {
    book.put("1", MILK);
  }

  @Test
  void what_is_there_as_it_was_accepted_is_well() {
    assertThat(book.settle(Map.of("1", MILK))).isEmpty();
  }

  @Test
  void what_was_accepted_and_is_not_there_or_another_is_lost() {
    assertThat(book.settle(Map.of())).singleElement().asString().startsWith("LOST");
    book.put("1", MILK);
    assertThat(book.settle(Map.of("1", DONE))).singleElement().asString().startsWith("LOST");
  }

  @Test
  void what_nobody_wrote_is_wrong() {
    assertThat(book.settle(Map.of("1", MILK, "2", BREAD))).hasSize(1);
  }

  @Test
  void a_creation_without_an_answer_is_there_once_or_not() {
    book.doubt(new Doubt.Create("bread"));
    assertThat(book.settle(Map.of("1", MILK))).isEmpty();
    assertThat(book.todos()).containsOnlyKeys("1");
    book.doubt(new Doubt.Create("bread"));
    assertThat(book.settle(Map.of("1", MILK, "2", BREAD))).isEmpty();
    assertThat(book.todos()).containsOnlyKeys("1", "2");
    assertThat(book.isInDoubt()).isFalse();
  }

  @Test
  void a_creation_that_is_there_twice_is_doubled() {
    book.doubt(new Doubt.Create("bread"));
    assertThat(book.settle(Map.of("1", MILK, "2", BREAD, "3", BREAD)))
        .containsExactly("DOUBLED: bread is there 2 times");
  }

  @Test
  void a_change_without_an_answer_was_made_or_not_and_is_nothing_else() {
    book.doubt(new Doubt.Change("1", DONE));
    assertThat(book.settle(Map.of("1", MILK))).isEmpty();
    book.doubt(new Doubt.Change("1", DONE));
    assertThat(book.settle(Map.of("1", DONE))).isEmpty();
    book.doubt(new Doubt.Change("1", MILK));
    assertThat(book.settle(Map.of("1", BREAD))).hasSize(1);
  }

  @Test
  void a_removal_without_an_answer_was_made_or_not() {
    book.doubt(new Doubt.Remove("1"));
    assertThat(book.settle(Map.of("1", MILK))).isEmpty();
    book.doubt(new Doubt.Remove("1"));
    assertThat(book.settle(Map.of())).isEmpty();
  }

  @Test
  void a_doubt_excuses_nothing_but_itself() {
    book.put("2", BREAD);
    book.doubt(new Doubt.Remove("1"));
    assertThat(book.settle(Map.of())).singleElement().asString().startsWith("LOST");
  }
}
