package dev.gatehouse.it.hostile;

import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.McpLog;
import dev.gatehouse.interaction.Progress;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Tools that have much to say, or that are in a bad way when nobody listens. */
@ApplicationScoped
public class StreamTools {
  private final AtomicInteger chats = new AtomicInteger();
  private final AtomicInteger cancels = new AtomicInteger();

  @NoScopeRequired
  @Tool(description = "Logs so many lines of a width and answers with so many characters")
  String chatter(int lines, int width, int characters, McpLog log) {
    String rest = ".".repeat(width);
    for (int i = 1; i <= lines; i++) {
      log.info("line " + i + " " + rest);
    }
    chats.incrementAndGet();
    return "x".repeat(characters);
  }

  @NoScopeRequired
  @Tool(description = "How many chatters have come to their end")
  int chats() {
    return chats.get();
  }

  @NoScopeRequired
  @Tool(description = "Waits until its client leaves, and then sleeps or fails")
  void stubborn(boolean sleeps, Progress progress, Cancellation cancellation)
      throws InterruptedException {
    cancellation.onCancel(() -> misbehave(sleeps));
    progress.report(1);
    new CountDownLatch(1).await(2, TimeUnit.MINUTES);
  }

  private void misbehave(boolean sleeps) {
    cancels.incrementAndGet();
    if (!sleeps) {
      throw new AssertionError("of an author");
    }
    try {
      Thread.sleep(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @NoScopeRequired
  @Tool(description = "How many of them were cancelled")
  int cancels() {
    return cancels.get();
  }
}
