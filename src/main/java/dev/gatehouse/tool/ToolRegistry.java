package dev.gatehouse.tool;

import dev.gatehouse.client.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools of this deployment, by name and in a fixed order. */
@ApplicationScoped
public class ToolRegistry {
  private List<ToolDefinition> tools = List.of();
  private Map<String, ToolInvoker> invokers = Map.of();

  @Inject
  void prepare(ToolExtension extension, BeanManager beans, ResultWriter results) {
    Map<String, ToolInvoker> prepared = new LinkedHashMap<>();
    for (ToolExtension.Found found : extension.found()) {
      prepared.put(
          found.definition().name(),
          new ToolInvoker(found.definition(), new BeanReference(beans, found.bean()), results));
    }
    tools = extension.tools();
    invokers = prepared;
  }

  /** All tools in the order of their names. */
  public List<ToolDefinition> all() {
    return tools;
  }

  /** The tool with exactly this name. */
  public Optional<ToolDefinition> find(String name) {
    return Optional.ofNullable(invokers.get(name)).map(ToolInvoker::definition);
  }

  /**
   * Runs a tool of this registry. Wrong arguments and {@link ToolFailure}s are results with {@code
   * isError}; {@link AccessDeniedException} and unexpected faults pass through.
   */
  public ToolResult call(ToolDefinition tool, JsonObject arguments, Exchange exchange) {
    return invokers.get(tool.name()).call(arguments, exchange);
  }
}
