package dev.gatehouse.engine.prompt;

import dev.gatehouse.engine.bean.Catalog;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.prompt.Prompt;
import java.util.List;

/** Collects the {@link Prompt} methods while CDI starts. */
public class PromptExtension extends Declarations {
  private final Catalog<PromptDefinition> prompts;

  /** With none yet. */
  public PromptExtension() {
    this(new Catalog<>(Prompt.class, PromptDefinition::of, PromptDefinition::name));
  }

  private PromptExtension(Catalog<PromptDefinition> prompts) {
    super(prompts);
    this.prompts = prompts;
  }

  Catalog<PromptDefinition> catalog() {
    return prompts;
  }

  /** The prompts that can be used, in the order of their names. */
  public List<PromptDefinition> prompts() {
    return prompts.all();
  }
}
