package dev.gatehouse.engine.tool;

import dev.gatehouse.engine.bean.Catalog;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.tool.Tool;
import java.util.List;

/** Collects the {@link Tool} methods while CDI starts. */
public class ToolExtension extends Declarations {
  private final Catalog<ToolDefinition> tools;

  /** With none yet. */
  public ToolExtension() {
    this(new Catalog<>(Tool.class, ToolDefinition::of, ToolDefinition::name));
  }

  private ToolExtension(Catalog<ToolDefinition> tools) {
    super(tools);
    this.tools = tools;
  }

  /** What some clients can't take, one sentence each. */
  public List<String> warnings(String serverName) {
    return tools.all().stream()
        .flatMap(tool -> ClientWarnings.of(tool, serverName).stream())
        .toList();
  }

  Catalog<ToolDefinition> tools() {
    return tools;
  }
}
