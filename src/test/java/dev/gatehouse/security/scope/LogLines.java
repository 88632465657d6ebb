package dev.gatehouse.security.scope;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the check of the deployment logs. */
final class LogLines extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger(DeploymentCheck.class.getName());
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  LogLines() {
    logger.addHandler(this);
  }

  /** Everything of this level. */
  String of(Level level) {
    return records.stream()
        .filter(record -> record.getLevel().equals(level))
        .map(LogRecord::getMessage)
        .collect(joining("\n"));
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
