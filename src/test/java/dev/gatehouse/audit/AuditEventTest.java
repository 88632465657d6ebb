package dev.gatehouse.audit;

import static dev.gatehouse.audit.Events.CALL;
import static dev.gatehouse.audit.Events.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.support.time.MutableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditEventTest {
  private static final Optional<String> ADDRESS = Optional.of("203.0.113.7");

  @ParameterizedTest
  @CsvSource({
    // outcome, reason, call, caller, duration, trace, address, count
    "ALLOWED, '', true, true, false, true, 1",
    "ALLOWED, '', true, false, true, true, 1",
    "ALLOWED, '', false, true, true, true, 1",
    "ALLOWED, '', false, true, true, false, 2",
    "REFUSED_AUTHENTICATION, EXPIRED, true, false, false, true, 1",
    "REFUSED_AUTHENTICATION, EXPIRED, false, true, false, true, 1",
    "REFUSED_AUTHENTICATION, EXPIRED, false, false, false, true, 2",
    "REFUSED_AUTHENTICATION, EXPIRED, false, false, false, false, 0",
    "REFUSED_AUTHENTICATION, 'a\"b', false, false, false, true, 1",
    "REFUSED_SCOPE, '', false, true, false, true, 1",
    "REFUSED_SCOPE, '', true, true, false, false, 3",
  })
  void what_contradicts_itself_is_no_event(
      Outcome outcome,
      String reason,
      boolean call,
      boolean caller,
      boolean duration,
      boolean address,
      int count) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new AuditEvent(
                    MutableClock.START,
                    outcome,
                    reason,
                    call ? Optional.of(CALL) : Optional.empty(),
                    caller ? Optional.of(caller("ann")) : Optional.empty(),
                    duration ? Optional.of(Duration.ZERO) : Optional.empty(),
                    Optional.empty(),
                    address ? ADDRESS : Optional.empty(),
                    count));
  }

  @Test
  void a_digest_is_a_digest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AuditCall("tool", "t", Set.of(), "{\"title\":\"Milk\"}"));
  }

  @Test
  void a_line_is_json_with_all_that_is_known() {
    assertThat(AuditJson.line(Events.ran(Outcome.ALLOWED, caller("ann"))))
        .isEqualTo(
            "{\"time\":\"2026-03-01T12:00:00Z\",\"outcome\":\"allowed\",\"kind\":\"tool\","
                + "\"name\":\"create_todo\",\"argumentsDigest\":\""
                + "d".repeat(43)
                + "\",\"scopesNeeded\":[\"todo:read\",\"todo:write\"],\"subject\":\"ann\","
                + "\"clientId\":\"client_1\",\"organization\":\"org_1\",\"tokenId\":\"jti_1\","
                + "\"scopesHeld\":[\"todo:read\"],\"durationMicros\":1234,\"traceId\":\""
                + Events.TRACE
                + "\",\"address\":\"203.0.113.7\"}");
  }

  @Test
  void a_summary_says_how_many_more() {
    AuditEvent summary =
        new AuditEvent(
            MutableClock.START,
            Outcome.REFUSED_AUTHENTICATION,
            "EXPIRED",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            995);
    assertThat(AuditJson.line(summary))
        .isEqualTo(
            "{\"time\":\"2026-03-01T12:00:00Z\",\"outcome\":\"refused-authentication\","
                + "\"reason\":\"EXPIRED\",\"more\":995}");
  }

  @Test
  void claims_can_neither_end_the_line_nor_fill_it() {
    String line =
        AuditJson.line(
            Events.ran(
                Outcome.ALLOWED, caller("a\n\u2028\u009b\u007f\"}" + "x".repeat(5000) + "end")));

    assertThat(line).hasSizeLessThan(1000).matches("[\\x20-\\x7e]+").doesNotContain("end");
    assertThat(line).contains("a\\n\\u2028\\u009b\\u007f\\\"}");
  }
}
