package dev.gatehouse.engine.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.interaction.Progress;
import jakarta.json.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
  private final SentNotifications channel = new SentNotifications();
  private final Progress progress = channel.progress(Optional.of(Json.createValue("p9")));

  @Test
  void whole_numbers_are_written_without_a_fraction() {
    progress.report(0, 100);
    progress.report(50.5, 100);
    progress.report(100, 100, "done");

    assertThat(channel.sent)
        .containsExactly(
            "notifications/progress {\"progressToken\":\"p9\",\"progress\":0,\"total\":100}",
            "notifications/progress {\"progressToken\":\"p9\",\"progress\":50.5,\"total\":100}",
            "notifications/progress {\"progressToken\":\"p9\",\"progress\":100,\"total\":100,"
                + "\"message\":\"done\"}");
  }

  @Test
  void a_token_that_is_a_number_stays_one() {
    channel.progress(Optional.of(Json.createValue(7))).report(1);

    assertThat(channel.sent)
        .containsExactly("notifications/progress {\"progressToken\":7,\"progress\":1}");
  }

  @Test
  void a_value_that_does_not_increase_is_dropped() {
    progress.report(2);
    progress.report(2);
    progress.report(1, 3);
    progress.report(2.5);

    assertThat(channel.sent).hasSize(2).last().asString().contains("\"progress\":2.5");
  }

  @Test
  void without_a_token_nothing_is_sent() {
    channel.progress(Optional.empty()).report(1, 2, "half");

    assertThat(channel.sent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void what_is_no_number_is_refused(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> progress.report(value));
    assertThatIllegalArgumentException().isThrownBy(() -> progress.report(1, value));
    assertThat(channel.sent).isEmpty();
  }
}
