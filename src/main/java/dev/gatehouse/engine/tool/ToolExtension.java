package dev.gatehouse.engine.tool;

import dev.gatehouse.engine.bean.Catalog;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.List;

/** Collects the {@link Tool} methods of all managed and session beans while CDI starts. */
public class ToolExtension implements Extension, Declarations {
  private final Catalog<ToolDefinition> tools =
      new Catalog<>(Tool.class, ToolDefinition::of, ToolDefinition::name);

  <X> void collect(@Observes ProcessManagedBean<X> event) {
    tools.collect(event);
  }

  Catalog<ToolDefinition> tools() {
    return tools;
  }

  @Override
  public List<Declaration> declarations() {
    return tools.declarations();
  }

  @Override
  public List<String> problems() {
    return tools.problems();
  }
}
