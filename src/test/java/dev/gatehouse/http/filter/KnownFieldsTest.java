package dev.gatehouse.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownFieldsTest {
  private final List<String> tested = new ArrayList<>();
  private final KnownFields fields =
      new KnownFields(
          value -> {
            tested.add(value);
            return !value.startsWith("bad");
          });

  @Test
  void what_passed_is_not_tested_again() {
    assertThat(fields.pass("good")).isTrue();
    assertThat(fields.pass("good")).isTrue();

    assertThat(tested).containsExactly("good");
  }

  @Test
  void what_did_not_pass_is_tested_again_and_does_not_pass_again() {
    assertThat(fields.pass("bad")).isFalse();
    assertThat(fields.pass("bad")).isFalse();

    assertThat(tested).containsExactly("bad", "bad");
  }

  @Test
  void strangers_fill_no_memory_with_what_they_send() {
    for (int i = 0; i < 1000; i++) {
      assertThat(fields.pass("good" + i)).isTrue();
    }
    tested.clear();

    assertThat(fields.pass("good999")).isTrue();
    assertThat(tested).containsExactly("good999");
  }

  @Test
  void what_is_long_is_not_remembered() {
    String large = "x".repeat(1000);
    fields.pass(large);
    fields.pass(large);

    assertThat(tested).containsExactly(large, large);
  }
}
