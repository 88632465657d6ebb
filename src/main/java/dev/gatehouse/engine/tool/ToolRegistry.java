package dev.gatehouse.engine.tool;

import dev.gatehouse.config.Settings;
import dev.gatehouse.engine.bean.Registry;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.rest.RestAnswer;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.tool.AccessDeniedException;
import dev.gatehouse.tool.BusinessException;
import dev.gatehouse.tool.ToolFailure;
import dev.gatehouse.tool.ToolResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The tools of this deployment, by name and in a fixed order. */
@ApplicationScoped
public class ToolRegistry {
  private Registry<ToolDefinition> tools = Registry.empty();

  private boolean lenient;
  @Inject ResultWriter results;

  @Inject
  void follow(Instance<Settings> settings) {
    lenient = settings.isResolvable() && settings.get().lenientArguments();
  }

  @Inject
  void prepare(ToolExtension extension, BeanManager beans) {
    tools = extension.tools().registry(beans);
  }

  /** All tools in the order of their names. */
  public List<ToolDefinition> all() {
    return tools.all();
  }

  /** The tool with exactly this name. */
  public Optional<ToolDefinition> find(String name) {
    return tools.find(name);
  }

  /**
   * Runs a tool of this registry. Wrong arguments and {@link BusinessException}s such as {@link
   * ToolFailure} are results with {@code isError}; {@link AccessDeniedException} and unexpected
   * faults pass through.
   */
  public ToolResult call(ToolDefinition tool, JsonObject arguments, Exchange exchange) {
    try {
      return tools.call(
          tool,
          tool.arguments().read(arguments, lenient),
          exchange,
          value -> results.write(value, tool.result(), tool.form()));
    } catch (InvalidArgumentsException e) {
      return ToolResult.error(String.join("\n", e.problems()));
    } catch (BusinessException e) {
      return ToolResult.error(e.getMessage());
    } catch (RuntimeException e) {
      if (!tool.isRest()) {
        throw e;
      }
      return results.answer(RestAnswer.of(e).orElseThrow(() -> e));
    }
  }
}
