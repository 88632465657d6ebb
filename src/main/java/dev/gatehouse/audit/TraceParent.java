package dev.gatehouse.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the trace id of a {@code traceparent}.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
final class TraceParent {
  private static final Pattern FORM =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int LENGTH = 55;

  private TraceParent() {}

  /** Empty for what the recommendation tells to ignore. */
  static Optional<String> traceId(String traceparent) {
    // Versions to come may add more after another hyphen.
    boolean longer = traceparent.length() > LENGTH && traceparent.charAt(LENGTH) == '-';
    boolean later = longer && !traceparent.startsWith("00");
    Matcher form = FORM.matcher(later ? traceparent.substring(0, LENGTH) : traceparent);
    return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
  }
}
