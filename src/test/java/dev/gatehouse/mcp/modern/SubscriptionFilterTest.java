package dev.gatehouse.mcp.modern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.mcp.call.McpException;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionFilterTest {
  private static SubscriptionFilter read(String params) {
    try (var reader = Json.createReader(new StringReader(params))) {
      return SubscriptionFilter.of(reader.readObject(), uri -> !uri.startsWith("secret:"));
    }
  }

  private static String uris(int count, int length) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + (i + "x".repeat(length)).substring(0, length) + "\"")
        .collect(Collectors.joining(",", "{\"notifications\":{\"resourceSubscriptions\":[", "]}}"));
  }

  @Test
  void what_was_asked_for_is_read() {
    SubscriptionFilter filter =
        read(
            "{\"notifications\":{\"toolsListChanged\":true,\"promptsListChanged\":false,"
                + "\"resourceSubscriptions\":[\"b:2\",\"a:1\",\"b:2\"],\"unknown\":1}}");
    assertThat(filter.lists()).containsExactly(Change.OfList.TOOLS);
    assertThat(filter.uris()).containsExactly("b:2", "a:1");
  }

  @Test
  void a_resource_that_the_caller_may_not_follow_is_left_out() {
    assertThat(
            read("{\"notifications\":{\"resourceSubscriptions\":[\"secret:1\",\"a:1\"]}}").uris())
        .containsExactly("a:1");
  }

  @Test
  void nothing_asked_for_is_nothing_honoured() {
    assertThat(read("{\"notifications\":{}}").toJson()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"notifications\":[]}",
        "{\"notifications\":{\"toolsListChanged\":\"true\"}}",
        "{\"notifications\":{\"toolsListChanged\":null}}",
        "{\"notifications\":{\"resourceSubscriptions\":\"a:1\"}}",
        "{\"notifications\":{\"resourceSubscriptions\":[1]}}"
      })
  void what_is_no_filter_is_refused(String params) {
    assertThatExceptionOfType(McpException.class)
        .isThrownBy(() -> read(params))
        .satisfies(e -> assertThat(e.error().code()).isEqualTo(-32602))
        .satisfies(e -> assertThat(e.status()).isEqualTo(200));
  }

  @Test
  void a_filter_is_bounded() {
    assertThat(read(uris(100, 2048)).uris()).hasSize(100);
    assertThatExceptionOfType(McpException.class).isThrownBy(() -> read(uris(101, 8)));
    assertThatExceptionOfType(McpException.class).isThrownBy(() -> read(uris(1, 2049)));
  }
}
