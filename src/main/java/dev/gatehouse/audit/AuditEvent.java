package dev.gatehouse.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One decision about a request; observe it as a CDI event to keep it somewhere. Holds no token and
 * no value of an argument.
 *
 * @param time when it was decided; of a summary, the begin of its minute
 * @param reason a word or two of ours; empty if the outcome says all
 * @param call what was called; empty if that was never read, or for a summary
 * @param caller who called; empty if there was no valid token, or for a summary of many callers
 * @param duration how long the method ran; empty if it did not
 * @param traceId the W3C trace id that the client sent: 32 hexadecimal digits
 * @param address the client's IP address, as far as proxies are trusted; empty for a summary
 * @param count 1; of a summary, how many more decisions of this kind the minute saw
 */
public record AuditEvent(
    Instant time,
    Outcome outcome,
    String reason,
    Optional<AuditCall> call,
    Optional<AuditCaller> caller,
    Optional<Duration> duration,
    Optional<String> traceId,
    Optional<String> address,
    int count) {

  private static final Pattern REASON = Pattern.compile("[A-Za-z0-9_ -]{0,64}");
  private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

  public AuditEvent {
    Objects.requireNonNull(time, "time");
    boolean single = address.isPresent();
    check(REASON.matcher(reason).matches(), "The reason is not a word of ours");
    check(count == 1 || count > 1 && !single, "Only a summary stands for several decisions");
    check(single || !outcome.ran(), "Only refusals are summed up");
    check(outcome.hasCaller() || caller.isEmpty(), "Who sent no valid token is nobody");
    check(!single || outcome.hasCaller() == caller.isPresent(), "The outcome needs a caller");
    check(call.isPresent() == (single && outcome.hasCaller()), "A decision on a caller has a call");
    check(!outcome.ran() || duration.isPresent(), "A call that ran took time");
    check(traceId.stream().allMatch(id -> TRACE_ID.matcher(id).matches()), "Not a trace id");
  }

  /** Whether this stands for decisions that were left out because there were many. */
  public boolean isSummary() {
    return address.isEmpty();
  }

  private static void check(boolean fact, String otherwise) {
    if (!fact) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
