package dev.gatehouse.run.load;

import dev.gatehouse.database.Database;
import dev.gatehouse.interaction.Progress;
import dev.gatehouse.security.Caller;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Writes to a table of the author's own, in the server's transactions. */
@ApplicationScoped
public class LedgerTools {
  private static final int STEPS = 3;

  @Inject Caller caller;
  @Inject Database database;

  @RequiresScope("todo:write")
  @Transactional(rollbackOn = Exception.class)
  @Tool(description = "Writes one entry")
  String note(String entry, String content) {
    return insert(entry, content);
  }

  @RequiresScope("todo:write")
  @Transactional(rollbackOn = Exception.class)
  @Tool(description = "Writes one entry after some steps that are reported")
  String noteSlowly(String entry, String content, Progress progress) throws InterruptedException {
    for (int step = 1; step <= STEPS; step++) {
      progress.report(step, STEPS);
      Thread.sleep(40);
    }
    return insert(entry, content);
  }

  private String insert(String entry, String content) {
    String writer = caller.subject();
    return database.with(
        sql -> {
          sql.update("insert into ledger values (?, ?, ?)", entry, content, writer);
          return entry;
        });
  }
}
