package dev.gatehouse.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenMomentTest {
  private static final int[] UNITS = {1_000_000_000, 1_000_000, 1_000, 1};
  private static final double CENTURIES = 4e11;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999999999Z",
        "2024-02-29T23:59:59.100Z",
        "2026-11-21T10:15:00.000001Z",
        "0000-01-01T00:00:00Z",
        "-0001-12-31T23:59:59.999Z",
        "9999-12-31T23:59:59.999999999Z",
        "+10000-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void a_moment_is_written_as_it_prints_itself(String text) {
    assertThat(WrittenMoment.of(Instant.parse(text))).isEqualTo(text);
  }

  @Test
  void so_is_any_other() {
    Random random = new Random(2026);
    for (int i = 0; i < 100_000; i++) {
      long seconds = (long) ((random.nextDouble() - 0.4) * CENTURIES);
      int unit = UNITS[i % UNITS.length];
      Instant moment =
          Instant.ofEpochSecond(seconds, (long) random.nextInt(1_000_000_000 / unit) * unit);
      assertThat(WrittenMoment.of(moment)).isEqualTo(moment.toString());
    }
  }
}
