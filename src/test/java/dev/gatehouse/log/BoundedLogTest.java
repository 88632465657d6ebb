package dev.gatehouse.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.time.MutableClock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class BoundedLogTest {
  private final MutableClock clock = new MutableClock();
  private final Lines lines = new Lines();
  private final BoundedLog log = new BoundedLog(lines, clock);

  @Test
  void a_flood_of_one_kind_is_a_few_lines_and_then_its_number() {
    for (int i = 0; i < 1000; i++) {
      log.log(Level.ERROR, "It failed", new IllegalStateException("try " + i));
    }
    assertThat(lines.written)
        .hasSize(BoundedLog.LINES)
        .first()
        .isEqualTo("ERROR It failed java.lang.IllegalStateException: try 0");

    clock.advance(Duration.ofMinutes(1));
    log.sumUp();

    assertThat(lines.written.subList(BoundedLog.LINES, lines.written.size()))
        .containsExactly(
            "ERROR 995 more since 2026-03-01T12:00:00Z: It failed, java.lang.IllegalStateException");
  }

  @Test
  void another_kind_is_heard_in_the_middle_of_a_flood() {
    for (int i = 0; i < 1000; i++) {
      log.log(Level.INFO, "It is tampered with");
    }
    log.log(Level.INFO, "It is expired");
    log.log(Level.ERROR, "It is tampered with");
    log.log(Level.INFO, "It is tampered with", new IllegalStateException("why"));

    assertThat(lines.written).hasSize(BoundedLog.LINES + 3);
  }

  @Test
  void kinds_beyond_number_share_one_line() {
    for (int i = 0; i < 10_000; i++) {
      log.log(Level.INFO, "Kind " + i);
    }

    assertThat(lines.written).hasSize(BoundedLog.MOST_KINDS + BoundedLog.LINES);
  }

  @Test
  void the_next_minute_begins_afresh_by_itself() {
    for (int i = 0; i < 7; i++) {
      log.log(Level.INFO, "It is expired");
    }
    clock.advance(Duration.ofMinutes(1));
    log.log(Level.INFO, "It is expired");

    assertThat(lines.written)
        .endsWith("INFO 2 more since 2026-03-01T12:00:00Z: It is expired", "INFO It is expired");
  }

  @Test
  void what_nobody_wants_to_read_is_not_counted() {
    for (int i = 0; i < 10; i++) {
      log.log(Level.DEBUG, "It is cancelled");
    }
    clock.advance(Duration.ofMinutes(1));
    log.sumUp();

    assertThat(lines.written).isEmpty();
  }

  /** A logger of the platform's kind that keeps its lines. */
  private static final class Lines implements Logger {
    final List<String> written = new ArrayList<>();

    @Override
    public String getName() {
      return "lines";
    }

    @Override
    public boolean isLoggable(Level level) {
      return level.compareTo(Level.INFO) >= 0;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      written.add(level + " " + message + " " + thrown);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      written.add(level + " " + format);
    }
  }
}
