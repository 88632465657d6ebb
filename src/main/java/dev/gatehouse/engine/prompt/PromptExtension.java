package dev.gatehouse.engine.prompt;

import dev.gatehouse.engine.bean.Catalog;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.prompt.Prompt;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.List;

/** Collects the {@link Prompt} methods of all managed and session beans while CDI starts. */
public class PromptExtension implements Extension, Declarations {
  private final Catalog<PromptDefinition> prompts =
      new Catalog<>(Prompt.class, PromptDefinition::of, PromptDefinition::name);

  <X> void collect(@Observes ProcessManagedBean<X> event) {
    prompts.collect(event);
  }

  Catalog<PromptDefinition> catalog() {
    return prompts;
  }

  /** The prompts that can be used, in the order of their names. */
  public List<PromptDefinition> prompts() {
    return prompts.all();
  }

  @Override
  public List<Declaration> declarations() {
    return prompts.declarations();
  }

  @Override
  public List<String> problems() {
    return prompts.problems();
  }
}
