package dev.gatehouse.engine.prompt;

import dev.gatehouse.engine.bean.Registry;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.prompt.PromptFailure;
import dev.gatehouse.prompt.PromptResult;
import dev.gatehouse.tool.AccessDeniedException;
import dev.gatehouse.tool.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The prompts of this deployment, by name and in a fixed order. */
@ApplicationScoped
public class PromptRegistry {
  private Registry<PromptDefinition> prompts = Registry.empty();

  @Inject
  void prepare(PromptExtension extension, BeanManager beans) {
    prompts = extension.catalog().registry(beans);
  }

  /** All prompts in the order of their names. */
  public List<PromptDefinition> all() {
    return prompts.all();
  }

  /** The prompt with exactly this name. */
  public Optional<PromptDefinition> find(String name) {
    return prompts.find(name);
  }

  /**
   * The messages of a prompt of this registry. {@link BusinessException}s such as {@link
   * PromptFailure}, {@link AccessDeniedException} and unexpected faults pass through.
   *
   * @throws InvalidArgumentsException when an argument is missing, unknown or wrong
   */
  public PromptResult get(PromptDefinition prompt, JsonObject arguments, Exchange exchange)
      throws InvalidArgumentsException {
    return prompts.call(prompt, prompt.arguments().read(arguments), exchange, prompt::result);
  }
}
