package dev.gatehouse.it.operations;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Sensitive;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tools to watch, and one that tells what was seen. */
@ApplicationScoped
public class OperatedTools {
  @Inject AuditRecorder recorder;

  @RequiresScope("todo:write")
  @Tool(description = "Keeps a secret")
  String keep(String label, @Sensitive String secret) {
    return "kept";
  }

  @NoScopeRequired
  @Tool(description = "Looks", readOnly = true)
  String look() {
    return "seen";
  }

  @NoScopeRequired
  @Tool(description = "Breaks")
  String crash(String argument) {
    throw new IllegalStateException("On purpose");
  }

  @NoScopeRequired
  @Tool(description = "The lines of the audit")
  String lines() throws InterruptedException {
    return String.join("\n", recorder.lines());
  }

  @NoScopeRequired
  @Tool(description = "The events of the audit")
  String events() {
    return String.join("\n", recorder.events());
  }
}
