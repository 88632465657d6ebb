package dev.gatehouse.engine.completion;

import dev.gatehouse.completion.CompletePrompt;
import dev.gatehouse.completion.CompleteResourceTemplate;
import dev.gatehouse.engine.bean.Catalog;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Collects the {@link CompletePrompt} and {@link CompleteResourceTemplate} methods of all managed
 * and session beans while CDI starts; what they complete is known when all beans are.
 */
public class CompletionExtension implements Extension, Declarations {
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, CompletionTarget> prompts = new HashMap<>();
  private final Map<String, CompletionTarget> templates = new HashMap<>();

  private final Catalog<CompletionDefinition> ofPrompts =
      new Catalog<>(
          CompletePrompt.class,
          (beanClass, method, problems) -> {
            String name = method.getAnnotation(CompletePrompt.class).value();
            Optional<CompletionTarget> target = Optional.ofNullable(prompts.get(name));
            return CompletionDefinition.of(beanClass, method, target, problems);
          },
          CompletionDefinition::key);
  private final Catalog<CompletionDefinition> ofTemplates =
      new Catalog<>(
          CompleteResourceTemplate.class,
          (beanClass, method, problems) -> {
            String name = method.getAnnotation(CompleteResourceTemplate.class).value();
            Optional<CompletionTarget> target = Optional.ofNullable(templates.get(name));
            return CompletionDefinition.of(beanClass, method, target, problems);
          },
          CompletionDefinition::key);

  private record Candidate(Bean<?> bean, AnnotatedType<?> type) {}

  <X> void collect(@Observes ProcessManagedBean<X> event) {
    var type = event.getAnnotatedBeanClass();
    boolean completes =
        type.getMethods().stream()
            .anyMatch(
                method ->
                    method.isAnnotationPresent(CompletePrompt.class)
                        || method.isAnnotationPresent(CompleteResourceTemplate.class));
    if (completes) {
      candidates.add(new Candidate(event.getBean(), type));
    }
  }

  // Before the check that reports the problems.
  void match(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) AfterDeploymentValidation event,
      BeanManager beans) {
    beans
        .getExtension(PromptExtension.class)
        .prompts()
        .forEach(prompt -> prompts.put(prompt.name(), CompletionTarget.of(prompt)));
    beans
        .getExtension(ResourceExtension.class)
        .templates()
        .forEach(
            template ->
                templates.put(template.declaration().name(), CompletionTarget.of(template)));
    for (Candidate candidate : candidates) {
      ofPrompts.collect(candidate.bean(), candidate.type());
      ofTemplates.collect(candidate.bean(), candidate.type());
    }
  }

  Catalog<CompletionDefinition> ofPrompts() {
    return ofPrompts;
  }

  Catalog<CompletionDefinition> ofTemplates() {
    return ofTemplates;
  }

  @Override
  public List<Declaration> declarations() {
    return Stream.concat(ofPrompts.declarations().stream(), ofTemplates.declarations().stream())
        .toList();
  }

  @Override
  public List<String> problems() {
    return Stream.concat(ofPrompts.problems().stream(), ofTemplates.problems().stream()).toList();
  }
}
