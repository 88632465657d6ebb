package dev.gatehouse.engine.tool;

import dev.gatehouse.engine.bean.Catalog;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.engine.mapping.MappedTools;
import dev.gatehouse.tool.Tool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.function.Predicate;

/** Collects the {@link Tool} methods, and those of mapping files, while CDI starts. */
public class ToolExtension extends Declarations {
  private MappedTools mapped = MappedTools.none();
  private final Predicate<String> part;
  private final Catalog<ToolDefinition> tools;

  /** With none yet. */
  public ToolExtension() {
    this(type -> true);
  }

  /** For a part of an application: mapping files may name more than these classes. */
  public ToolExtension(Predicate<String> part) {
    this(part, new Catalog<>(Tool.class, ToolDefinition::of, ToolDefinition::name));
  }

  private ToolExtension(Predicate<String> part, Catalog<ToolDefinition> tools) {
    super(tools);
    this.part = part;
    this.tools = tools;
  }

  void read(@Observes BeforeBeanDiscovery event) {
    mapped = MappedTools.read(getClass().getClassLoader(), part);
  }

  <X> void see(@Observes ProcessManagedBean<X> event) {
    mapped.see(event.getBean(), event.getAnnotatedBeanClass(), event instanceof ProcessSessionBean);
  }

  // Before the check that reports the problems.
  void map(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) AfterDeploymentValidation event) {
    mapped.methods(this::problem).forEach(tools::add);
  }

  /** What some clients can't take, one sentence each. */
  public List<String> warnings(String serverName) {
    return tools.all().stream().flatMap(t -> ClientWarnings.of(t, serverName).stream()).toList();
  }

  Catalog<ToolDefinition> tools() {
    return tools;
  }
}
