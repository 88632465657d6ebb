package dev.gatehouse.engine.interaction;

import static dev.gatehouse.engine.interaction.Reading.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.interaction.LogLevel;
import dev.gatehouse.interaction.McpLog;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class McpLogTest {
  private final SentNotifications channel = new SentNotifications();

  @Test
  void messages_from_the_threshold_on_are_sent() {
    McpLog log = channel.log("ledger", Optional.of(LogLevel.NOTICE));
    log.debug("a");
    log.info("b");
    log.notice("c");
    log.warning("d");
    log.error("e");
    log.critical("f");
    log.alert("g");
    log.emergency("h");

    assertThat(channel.sent)
        .hasSize(6)
        .startsWith(
            "notifications/message {\"level\":\"notice\",\"logger\":\"ledger\",\"data\":\"c\"}",
            "notifications/message {\"level\":\"warning\",\"logger\":\"ledger\",\"data\":\"d\"}")
        .endsWith(
            "notifications/message {\"level\":\"emergency\",\"logger\":\"ledger\",\"data\":\"h\"}");
  }

  @Test
  void data_may_be_any_json() {
    channel.log("", Optional.of(LogLevel.DEBUG)).log(LogLevel.DEBUG, json("{'step':'read'}"));

    assertThat(channel.sent)
        .containsExactly(
            "notifications/message {\"level\":\"debug\",\"data\":{\"step\":\"read\"}}");
  }

  @Test
  void without_a_threshold_nothing_is_sent() {
    channel.log("ledger", Optional.empty()).emergency("fire");

    assertThat(channel.sent).isEmpty();
  }

  @Test
  void levels_have_exact_wire_names() {
    assertThat(LogLevel.of("critical")).contains(LogLevel.CRITICAL);
    assertThat(LogLevel.of("Critical")).isEmpty();
    assertThat(LogLevel.EMERGENCY.wireName()).isEqualTo("emergency");
  }
}
