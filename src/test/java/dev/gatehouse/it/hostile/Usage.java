package dev.gatehouse.it.hostile;

import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.token;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;

/**
 * What the server uses: streams that listen, sessions, threads inside requests, threads in all,
 * megabytes of heap, live ones after a collection; and how many lines it logged, and how many of
 * them with a stack trace.
 */
public record Usage(
    int streams, int sessions, long held, int threads, long megabytes, int lines, int faults) {

  static Usage now() throws Exception {
    return now(false);
  }

  private static Usage now(boolean collected) throws Exception {
    JsonObject seen =
        json(callTool(token(), "usage", "{\"collected\":" + collected + "}"))
            .getJsonObject("result")
            .getJsonObject("structuredContent");
    return new Usage(
        seen.getInt("streams"),
        seen.getInt("sessions"),
        seen.getInt("held"),
        seen.getInt("threads"),
        seen.getInt("megabytes"),
        seen.getInt("lines"),
        seen.getInt("faults"));
  }

  private boolean isIdle() {
    return streams == 0 && sessions == 0 && held == 0;
  }

  /** What is left once the server noticed who is gone. */
  static Usage afterwards() throws Exception {
    return idle(false);
  }

  /** The same, with what lives of the heap; collecting it after each attack would cost the most. */
  static Usage alive() throws Exception {
    afterwards();
    return idle(true);
  }

  // Also for the request before this one, whose thread may not be out of it yet.
  private static Usage idle(boolean collected) throws Exception {
    Usage usage = now(collected);
    for (int i = 0; i < 60 && !usage.isIdle(); i++) {
      Thread.sleep(500);
      usage = now(collected);
    }
    return usage;
  }

  void assertNoMoreThan(Usage before) {
    assertThat(isIdle()).as(toString()).isTrue();
    assertThat(faults).as("lines with a stack trace").isZero();
    // Pools of servers grow to some hundred and shrink late.
    assertThat(threads).isLessThan(before.threads + 300);
  }

  /** Both being alive. */
  void assertNoMoreThan(Usage before, int moreMegabytes) {
    assertNoMoreThan(before);
    assertThat(megabytes).isLessThan(before.megabytes + moreMegabytes);
  }
}
