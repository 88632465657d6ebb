package dev.gatehouse.completion;

import dev.gatehouse.bean.Declaration;
import dev.gatehouse.prompt.PromptDefinition;
import dev.gatehouse.resource.ResourceTemplateDefinition;
import java.util.Set;

/**
 * A prompt or template whose arguments can be completed.
 *
 * @param reference what callers refer to it by: the prompt's name, the template itself
 */
record Completed(Declaration declaration, String reference, Set<String> arguments) {

  static Completed of(PromptDefinition prompt) {
    return new Completed(prompt.declaration(), prompt.name(), prompt.argumentNames());
  }

  static Completed of(ResourceTemplateDefinition template) {
    return new Completed(template.declaration(), template.uriTemplate(), template.variables());
  }
}
