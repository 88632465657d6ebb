package dev.gatehouse.engine.completion;

import dev.gatehouse.completion.CompletionResult;
import dev.gatehouse.engine.bean.Registry;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.tool.AccessDeniedException;
import dev.gatehouse.tool.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** The completions of this deployment, by what they complete. */
@ApplicationScoped
public class CompletionRegistry {
  private Registry<CompletionDefinition> ofPrompts = Registry.empty();
  private Registry<CompletionDefinition> ofTemplates = Registry.empty();

  @Inject
  void prepare(CompletionExtension extension, BeanManager beans) {
    ofPrompts = extension.ofPrompts().registry(beans);
    ofTemplates = extension.ofTemplates().registry(beans);
  }

  /** Whether nothing is completed at all. */
  public boolean isEmpty() {
    return ofPrompts.all().isEmpty() && ofTemplates.all().isEmpty();
  }

  /** What completes this argument of the prompt with this name. */
  public Optional<CompletionDefinition> findForPrompt(String name, String argument) {
    return ofPrompts.find(CompletionDefinition.key(name, argument));
  }

  /** What completes this variable of exactly this template. */
  public Optional<CompletionDefinition> findForTemplate(String uriTemplate, String argument) {
    return ofTemplates.find(CompletionDefinition.key(uriTemplate, argument));
  }

  /**
   * The values that a completion of this registry proposes. {@link BusinessException}s, {@link
   * AccessDeniedException} and unexpected faults pass through.
   *
   * @param typed what the user typed so far
   * @param known the arguments that are already known; those that the method doesn't want are
   *     ignored
   * @throws InvalidArgumentsException when one of them breaks a constraint of the method
   */
  public CompletionResult complete(
      CompletionDefinition completion, String typed, Map<String, String> known, Exchange exchange)
      throws InvalidArgumentsException {
    Registry<CompletionDefinition> own = ofPrompts.has(completion) ? ofPrompts : ofTemplates;
    return own.call(
        completion, completion.arguments(typed, known), exchange, CompletionDefinition::result);
  }
}
