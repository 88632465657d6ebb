package dev.gatehouse.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeSyntaxTest {
  @ParameterizedTest
  @ValueSource(strings = {"garbage", "", ";;=;", "a/b/c, garbage"})
  void what_is_no_media_type_is_not_read(String value) {
    assertThat(MediaTypeSyntax.isReadable(Optional.of(value), List.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "application/json, garbage", "a/b;c=\",\", garbage"})
  void what_is_no_list_of_media_types_is_not_read(String value) {
    assertThat(MediaTypeSyntax.isReadable(Optional.empty(), List.of("*/*", value))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json, text/event-stream",
        "application/json ; charset=\"utf-8\"",
        "a/b;c=\"x,y\", */*;q=0.5",
        "text/html, image/gif, *; q=.2, */*; q=.2",
        "*",
        ",",
        ""
      })
  void what_clients_send_is_read(String value) {
    assertThat(
            MediaTypeSyntax.isReadable(
                Optional.of("application/json ; charset=utf-8"), List.of(value)))
        .isTrue();
  }
}
