package dev.gatehouse.engine.completion;

import dev.gatehouse.completion.CompletionResult;
import dev.gatehouse.engine.bean.Catalog;
import dev.gatehouse.engine.bean.Invocation;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.tool.AccessDeniedException;
import dev.gatehouse.tool.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The completions of this deployment, by what they complete. */
@ApplicationScoped
public class CompletionRegistry {
  private final Map<Key, CompletionDefinition> ofPrompts = new HashMap<>();
  private final Map<Key, CompletionDefinition> ofTemplates = new HashMap<>();
  private final Map<CompletionDefinition, Invocation> invocations = new HashMap<>();

  private record Key(String reference, String argument) {}

  @Inject
  void prepare(CompletionExtension extension, BeanManager beans) {
    prepare(extension.ofPrompts(), ofPrompts, beans);
    prepare(extension.ofTemplates(), ofTemplates, beans);
  }

  private void prepare(
      Catalog<CompletionDefinition> catalog,
      Map<Key, CompletionDefinition> byKey,
      BeanManager beans) {
    for (CompletionDefinition completion : catalog.all()) {
      byKey.put(new Key(completion.reference(), completion.argument()), completion);
    }
    invocations.putAll(catalog.invocations(beans));
  }

  /** Whether nothing is completed at all. */
  public boolean isEmpty() {
    return invocations.isEmpty();
  }

  /** What completes this argument of the prompt with this name. */
  public Optional<CompletionDefinition> findForPrompt(String name, String argument) {
    return Optional.ofNullable(ofPrompts.get(new Key(name, argument)));
  }

  /** What completes this variable of exactly this template. */
  public Optional<CompletionDefinition> findForTemplate(String uriTemplate, String argument) {
    return Optional.ofNullable(ofTemplates.get(new Key(uriTemplate, argument)));
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
    return invocations
        .get(completion)
        .call(completion.arguments(typed, known), exchange, CompletionDefinition::result);
  }
}
