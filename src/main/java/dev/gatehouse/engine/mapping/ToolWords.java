package dev.gatehouse.engine.mapping;

import dev.gatehouse.tool.TaskSupport;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.util.AnnotationLiteral;
import java.util.Locale;
import java.util.Optional;

/** What an entry says in place of {@link Tool}, whose defaults hold for what it does not say. */
final class ToolWords extends AnnotationLiteral<Tool> implements Tool {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final String title;
  private final String description;
  private final boolean readOnly;
  private final boolean destructive;
  private final boolean idempotent;
  private final boolean openWorld;
  private final TaskSupport task;

  ToolWords(StrictObject entry, Optional<StrictObject> hints) {
    name = entry.text("name", Texts.NAME).orElse("");
    title = entry.text("title", Texts.ANY).orElse("");
    description = entry.text("description", Texts.SAYING).orElse("-");
    readOnly = hints.flatMap(all -> all.flag("readOnly")).orElse(false);
    destructive = hints.flatMap(all -> all.flag("destructive")).orElse(true);
    idempotent = hints.flatMap(all -> all.flag("idempotent")).orElse(false);
    task =
        entry
            .text("task", Texts.TASK)
            .map(word -> TaskSupport.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(TaskSupport.FORBIDDEN);
    openWorld = hints.flatMap(all -> all.flag("openWorld")).orElse(true);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public boolean readOnly() {
    return readOnly;
  }

  @Override
  public boolean destructive() {
    return destructive;
  }

  @Override
  public boolean idempotent() {
    return idempotent;
  }

  @Override
  public boolean openWorld() {
    return openWorld;
  }

  @Override
  public String inputSchema() {
    return "";
  }

  @Override
  public TaskSupport task() {
    return task;
  }
}
