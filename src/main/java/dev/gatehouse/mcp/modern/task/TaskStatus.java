package dev.gatehouse.mcp.modern.task;

import java.util.Locale;

/** Where a task stands, as SEP-2663 has it. */
enum TaskStatus {
  WORKING,
  /** Its client has to answer first. */
  INPUT_REQUIRED,
  /** With a result, which may say that the tool failed. */
  COMPLETED,
  /** With an error of the protocol. */
  FAILED,
  CANCELLED;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it stays so. */
  boolean isFinal() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }
}
