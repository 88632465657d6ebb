package dev.gatehouse.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.diagnostics.ObservedRequests.Arrival;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservedRequestsTest {
  private static final Arrival OWN = new Arrival("mcp.acme.com", false, true);
  private static final Arrival FOREIGN = new Arrival("evil.example", false, false);

  private final ObservedRequests traffic = new ObservedRequests();

  @Test
  void a_stranger_can_not_pass_for_the_doctor() {
    traffic.probed("", FOREIGN);
    traffic.expect("secret");
    assertThat(traffic.probed("guess", FOREIGN)).isFalse();
    assertThat(traffic.arrival()).isEmpty();

    assertThat(traffic.probed("secret", OWN)).isTrue();

    assertThat(traffic.arrival()).contains(OWN);
  }

  @Test
  void the_doctor_s_own_request_tells_more_than_a_caller_s() {
    traffic.called(FOREIGN, Set.of());
    assertThat(traffic.arrival()).contains(FOREIGN);
    traffic.expect("secret");
    traffic.probed("secret", OWN);

    assertThat(traffic.arrival()).contains(OWN);
  }

  @Test
  void a_probe_that_does_not_come_back_says_nothing_about_now() {
    traffic.expect("first");
    traffic.probed("first", OWN);

    traffic.expect("second");

    assertThat(traffic.arrival()).isEmpty();
  }

  @Test
  void of_many_calls_in_a_second_one_is_looked_at() {
    assertThat(traffic.isCurious()).isTrue();
    assertThat(traffic.isCurious()).isFalse();
  }
}
