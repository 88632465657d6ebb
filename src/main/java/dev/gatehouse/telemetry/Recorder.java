package dev.gatehouse.telemetry;

import dev.gatehouse.mcp.Arrived;
import dev.gatehouse.mcp.Passage;
import java.util.Optional;

/** Where measurements go; names nothing that a server may lack. */
interface Recorder {
  /** For servers without OpenTelemetry. */
  Recorder NONE =
      new Recorder() {
        @Override
        public Passage arrived(Arrived request) {
          return Passage.UNSEEN;
        }

        @Override
        public Optional<String> traceparent() {
          return Optional.empty();
        }

        @Override
        public void refused(String outcome, String reason, int count) {}
      };

  /** A request begins. */
  Passage arrived(Arrived request);

  /** The span of this thread as a W3C {@code traceparent}. */
  Optional<String> traceparent();

  /** So many requests were refused; both words are ours and few. */
  void refused(String outcome, String reason, int count);
}
