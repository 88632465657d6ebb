package dev.gatehouse.run.load;

import java.net.http.HttpHeaders;

/**
 * What came.
 *
 * @param sent when it was asked for
 */
record Answer(Kind kind, long sent, int status, HttpHeaders headers, String body) {

  /** Who answered, as the balancer calls it; empty for the balancer itself. */
  String node() {
    return headers.firstValue("X-Node").orElse("");
  }

  boolean has(String header) {
    return headers.firstValue(header).isPresent();
  }

  boolean isGood() {
    return status == 200;
  }
}
