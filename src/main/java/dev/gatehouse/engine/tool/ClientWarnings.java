package dev.gatehouse.engine.tool;

import java.util.ArrayList;
import java.util.List;

/** What the protocol allows and some clients can't take; the table is in docs/reference.md. */
final class ClientWarnings {
  // Cursor, seen in November 2026: longer ones are left out.
  private static final int LONGEST = 60;

  private ClientWarnings() {}

  static List<String> of(ToolDefinition tool, String serverName) {
    List<String> warnings = new ArrayList<>();
    if (tool.name().contains(".")) {
      warnings.add(tool.declaration() + ": Claude Desktop and Copilot CLI take no dot in a name");
    }
    if (serverName.length() + tool.name().length() > LONGEST) {
      warnings.add(
          "%s: with the server's name %s it is longer than the %d characters that Cursor takes"
              .formatted(tool.declaration(), serverName, LONGEST));
    }
    if (tool.arguments().schema().containsKey("$defs")) {
      warnings.add(
          tool.declaration()
              + ": an argument contains itself, which needs $ref, and not all clients follow it");
    }
    return warnings;
  }
}
