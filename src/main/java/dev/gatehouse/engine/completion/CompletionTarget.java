package dev.gatehouse.engine.completion;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.prompt.PromptDefinition;
import dev.gatehouse.engine.resource.ResourceTemplateDefinition;
import java.util.Set;

/**
 * A prompt or template whose arguments can be completed.
 *
 * @param reference what callers refer to it by: the prompt's name, the template itself
 */
record CompletionTarget(Declaration declaration, String reference, Set<String> arguments) {

  static CompletionTarget of(PromptDefinition prompt) {
    return new CompletionTarget(prompt.declaration(), prompt.name(), prompt.argumentNames());
  }

  static CompletionTarget of(ResourceTemplateDefinition template) {
    return new CompletionTarget(
        template.declaration(), template.uriTemplate(), template.variables());
  }
}
