package dev.gatehouse.mcp.modern.task;

import dev.gatehouse.engine.interaction.OpenQuestions;
import dev.gatehouse.log.BoundedLog;
import dev.gatehouse.tool.UnavailableException;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Writes down how a run of a task has ended, however long its store is away. */
record TaskEnds(TaskStore store, Clock clock) {
  private static final BoundedLog LOG = BoundedLog.of(TaskEnds.class);
  private static final long PAUSE_MS = 1000;

  void write(StoredTask task, JsonObject answer, Optional<OpenQuestions> questions) {
    Instant now = clock.instant();
    StoredTask next =
        questions
            .map(open -> task.asking(open.accepted(), open.inputRequests(), now))
            .orElseGet(() -> task.ended(answer, now));
    StoredTask kept =
        next.isTooLong()
            ? task.failed("The result has more than " + TaskStore.LONGEST_CONTENT + " bytes", now)
            : next;
    while (!isWritten(kept) && clock.instant().isBefore(task.expires()) && isPaused()) {
      // The store may be back.
    }
  }

  private boolean isWritten(StoredTask next) {
    try {
      if (!store.replace(next)) {
        LOG.log(Level.DEBUG, "A task had ended otherwise before its method did");
      }
      return true;
    } catch (UnavailableException e) {
      return false;
    }
  }

  private static boolean isPaused() {
    try {
      Thread.sleep(PAUSE_MS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
