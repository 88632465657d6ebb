package dev.gatehouse.telemetry;

import dev.gatehouse.mcp.call.ReceivedRequest;
import dev.gatehouse.mcp.call.RequestObservation;
import java.util.Optional;

/** Where measurements go; names nothing that a server may lack. */
interface Recorder {
  /** For servers without OpenTelemetry. */
  Recorder NONE =
      new Recorder() {
        @Override
        public RequestObservation arrived(ReceivedRequest request) {
          return RequestObservation.NONE;
        }

        @Override
        public Optional<String> traceparent() {
          return Optional.empty();
        }

        @Override
        public void refused(String outcome, String reason, int count) {}
      };

  /** A request begins. */
  RequestObservation arrived(ReceivedRequest request);

  /** The span of this thread as a W3C {@code traceparent}. */
  Optional<String> traceparent();

  /** So many requests were refused; both words are ours and few. */
  void refused(String outcome, String reason, int count);
}
