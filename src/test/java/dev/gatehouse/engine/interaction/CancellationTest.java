package dev.gatehouse.engine.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.interaction.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private final CallCancellation cancellation = new CallCancellation();
  private final List<String> ran = new ArrayList<>();

  @Test
  void work_goes_on_until_the_client_cancels() {
    assertThatCode(cancellation::check).doesNotThrowAnyException();
    assertThat(cancellation.isRequested()).isFalse();

    cancellation.cancel(Optional.of("user"));

    assertThat(cancellation.isRequested()).isTrue();
    assertThat(cancellation.reason()).contains("user");
    assertThatThrownBy(cancellation::check).isInstanceOf(CancelledException.class);
  }

  @Test
  void actions_run_once_and_in_order() {
    cancellation.onCancel(() -> ran.add("first"));
    cancellation.onCancel(() -> ran.add("second"));
    assertThat(ran).isEmpty();

    cancellation.cancel(Optional.of("user"));
    cancellation.cancel(Optional.of("again"));

    assertThat(ran).containsExactly("first", "second");
    assertThat(cancellation.reason()).contains("user");
  }

  @Test
  void an_action_for_a_cancelled_call_runs_at_once() {
    cancellation.cancel(Optional.empty());
    cancellation.onCancel(() -> ran.add("now"));

    assertThat(ran).containsExactly("now");
  }

  @Test
  void an_action_that_fails_does_not_stop_the_others() {
    cancellation.onCancel(
        () -> {
          throw new IllegalStateException("broken on purpose");
        });
    cancellation.onCancel(() -> ran.add("second"));

    cancellation.cancel(Optional.empty());

    assertThat(ran).containsExactly("second");
  }

  @Test
  void an_action_sees_the_call_cancelled() {
    cancellation.onCancel(() -> ran.add("" + cancellation.isRequested()));
    cancellation.cancel(Optional.empty());

    assertThat(ran).containsExactly("true");
  }
}
