package dev.gatehouse.support.tools;

import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.Progress;
import dev.gatehouse.security.Caller;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tools that go on when another call lets them. */
@ApplicationScoped
public class SlowTools {
  // Longer than any client stays, so that what ends a call is its client.
  private static final int MINUTES = 5;

  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> ends = new ConcurrentHashMap<>();

  @Inject Caller caller;

  private CountDownLatch gate(String name) {
    return gates.computeIfAbsent(name, any -> new CountDownLatch(1));
  }

  // Which of both comes first is up to the threads.
  private void ended(String name, String how) {
    ends.computeIfAbsent(name, any -> new ConcurrentSkipListSet<>()).add(how);
  }

  @NoScopeRequired
  @Tool(description = "Reports once, then waits until it is let go")
  String step(String name, Progress progress) throws InterruptedException {
    progress.report(1, 2, "waiting");
    boolean open = gate(name).await(MINUTES, TimeUnit.MINUTES);
    progress.report(2, 2);
    return open + " for " + caller.subject();
  }

  @NoScopeRequired
  @Tool(description = "Reports once, then waits until it is let go or its client leaves")
  String linger(String name, Progress progress, Cancellation cancellation)
      throws InterruptedException {
    cancellation.onCancel(() -> ended(name, "cancelled"));
    try {
      progress.report(1);
      gate(name).await(MINUTES, TimeUnit.MINUTES);
      return "let go";
    } catch (InterruptedException e) {
      ended(name, "interrupted");
      throw e;
    }
  }

  @NoScopeRequired
  @Tool(description = "Lets a tool go on")
  void open(String name) {
    gate(name).countDown();
  }

  @NoScopeRequired
  @Tool(description = "How a tool ended")
  String end(String name) {
    return String.join(" and ", ends.getOrDefault(name, Set.of("not yet")));
  }
}
