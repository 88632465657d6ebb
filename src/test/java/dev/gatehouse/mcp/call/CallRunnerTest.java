package dev.gatehouse.mcp.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallRunnerTest {
  private static final JsonRpcMessage.Request REQUEST =
      new JsonRpcMessage.Request(
          new JsonRpcId(Json.createValue(7)), "tools/call", JsonValue.EMPTY_JSON_OBJECT);

  static List<Throwable> failures() {
    return List.of(
        new IllegalStateException("secret"),
        new NoClassDefFoundError("secret"),
        new ExceptionInInitializerError("secret"),
        new AssertionError("secret"),
        new StackOverflowError("secret"));
  }

  private static Era.Call failing(Throwable failure) {
    return (channel, cancellation) -> {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    };
  }

  @ParameterizedTest
  @MethodSource("failures")
  void what_breaks_in_a_tool_is_an_internal_error_with_a_fixed_sentence(Throwable failure) {
    JsonObject answer = CallRunner.run(REQUEST, failing(failure));
    assertThat(answer.getInt("id")).isEqualTo(7);
    assertThat(answer.getJsonObject("error").getInt("code")).isEqualTo(JsonRpcError.INTERNAL_ERROR);
    assertThat(answer.toString()).doesNotContain("secret");
  }

  @Test
  void an_error_of_the_whole_machine_is_not_taken_for_the_tools_own() {
    OutOfMemoryError failure = new OutOfMemoryError("no more");
    assertThatThrownBy(() -> CallRunner.run(REQUEST, failing(failure))).isSameAs(failure);
  }

  @Test
  void a_tool_that_fails_all_the_time_does_not_fill_the_log() {
    List<LogRecord> written = new ArrayList<>();
    Handler keeper =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            written.add(line);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(CallRunner.class.getName());
    logger.addHandler(keeper);
    try {
      for (int i = 0; i < 100; i++) {
        CallRunner.run(REQUEST, failing(new UnsupportedOperationException("once more")));
      }
    } finally {
      logger.removeHandler(keeper);
    }
    // A minute may end in the middle.
    assertThat(written).hasSizeBetween(5, 11);
    assertThat(written.get(0).getThrown()).hasMessage("once more");
  }
}
