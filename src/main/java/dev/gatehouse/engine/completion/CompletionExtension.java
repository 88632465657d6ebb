package dev.gatehouse.engine.completion;

import dev.gatehouse.completion.CompletePrompt;
import dev.gatehouse.completion.CompleteResourceTemplate;
import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.engine.bean.Catalog;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Collects the {@link CompletePrompt} and {@link CompleteResourceTemplate} methods while CDI
 * starts; what they complete is known when all beans are.
 */
public class CompletionExtension extends Declarations {
  private final Completed prompts;
  private final Completed templates;

  /** What can be completed with one of the annotations, by name, and what completes it. */
  private record Completed(
      Map<String, CompletionTarget> targets, Catalog<CompletionDefinition> catalog) {

    static <A extends Annotation> Completed by(Class<A> annotation, Function<A, String> name) {
      Map<String, CompletionTarget> targets = new HashMap<>();
      Catalog.Preparation<CompletionDefinition> preparation =
          (method, problems) ->
              CompletionDefinition.of(method, target(method, annotation, name, targets), problems);
      return new Completed(
          targets, new Catalog<>(annotation, preparation, CompletionDefinition::key));
    }

    private static <A extends Annotation> Optional<CompletionTarget> target(
        BeanMethod method,
        Class<A> annotation,
        Function<A, String> name,
        Map<String, CompletionTarget> targets) {
      return method.annotation(annotation).map(name).map(targets::get);
    }
  }

  /** With none yet. */
  public CompletionExtension() {
    this(
        Completed.by(CompletePrompt.class, CompletePrompt::value),
        Completed.by(CompleteResourceTemplate.class, CompleteResourceTemplate::value));
  }

  private CompletionExtension(Completed prompts, Completed templates) {
    super(prompts.catalog(), templates.catalog());
    this.prompts = prompts;
    this.templates = templates;
  }

  // Before the check that reports the problems.
  void match(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) AfterDeploymentValidation event,
      BeanManager beans) {
    beans
        .getExtension(PromptExtension.class)
        .prompts()
        .forEach(prompt -> prompts.targets().put(prompt.name(), CompletionTarget.of(prompt)));
    beans
        .getExtension(ResourceExtension.class)
        .templates()
        .forEach(
            template -> templates.targets().put(template.name(), CompletionTarget.of(template)));
  }

  Catalog<CompletionDefinition> ofPrompts() {
    return prompts.catalog();
  }

  Catalog<CompletionDefinition> ofTemplates() {
    return templates.catalog();
  }
}
