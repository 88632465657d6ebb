package dev.gatehouse.it.guide;

import dev.gatehouse.security.scope.DeploymentCheck;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the log says of deployments that are refused. */
final class RefusalLog extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger(DeploymentCheck.class.getName());
  private final List<String> blocks = new CopyOnWriteArrayList<>();

  RefusalLog() {
    logger.addHandler(this);
  }

  /** The block of each. */
  List<String> blocks() {
    return List.copyOf(blocks);
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getLevel().equals(Level.SEVERE)) {
      blocks.add(line.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
