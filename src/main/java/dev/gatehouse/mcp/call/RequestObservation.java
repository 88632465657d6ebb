package dev.gatehouse.mcp.call;

import java.util.function.Supplier;

/**
 * The way of one request through this server, on one thread after the other. A request whose client
 * leaves before its stream opens has no end.
 */
public interface RequestObservation {
  /** Of a request that nobody watches. */
  RequestObservation NONE =
      new RequestObservation() {
        @Override
        public <T> T within(Supplier<T> work) {
          return work.get();
        }

        @Override
        public void ended(RequestEnd end) {}
      };

  /** Does a part of what the request asks for, on this thread. */
  <T> T within(Supplier<T> work);

  /** Is told once how the request ended; must not throw. */
  void ended(RequestEnd end);
}
