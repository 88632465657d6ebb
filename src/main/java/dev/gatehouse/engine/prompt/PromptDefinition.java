package dev.gatehouse.engine.prompt;

import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.bean.Draft;
import dev.gatehouse.engine.schema.TextArguments;
import dev.gatehouse.json.Json;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptResult;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One prompt, fully prepared at deployment. */
public final class PromptDefinition extends Definition {
  private final TextArguments arguments;
  private final PromptForm form;
  private final Optional<String> description;
  private final JsonObject entry;

  private PromptDefinition(Draft draft, Prompt prompt, TextArguments arguments, PromptForm form) {
    super(draft.declaration(), draft.signature());
    this.arguments = arguments;
    this.form = form;
    this.description = Optional.of(prompt.description()).filter(text -> !text.isBlank());
    JsonObjectBuilder entry =
        Json.createObjectBuilder(PromptArguments.entry(name(), prompt, signature(), arguments));
    addIconsTo(entry);
    this.entry = entry.build();
  }

  /** The prompt that this method is; adds what is wrong to {@code problems} and then is empty. */
  static Optional<PromptDefinition> of(BeanMethod method, List<String> problems) {
    Prompt prompt = method.annotation(Prompt.class).orElseThrow();
    Draft draft = Draft.of("Prompt", prompt.name(), method, PromptArguments::given);
    Optional<TextArguments> arguments = PromptArguments.of(draft);
    Optional<PromptForm> form = PromptForm.of(method.java().getGenericReturnType());
    if (form.isEmpty()) {
      draft.problem("return a String, PromptMessage, List<PromptMessage> or PromptResult");
    }
    return draft.finish(
        problems,
        () -> new PromptDefinition(draft, prompt, arguments.orElseThrow(), form.orElseThrow()));
  }

  /** The names of its arguments, in order. */
  public Set<String> argumentNames() {
    return arguments.names();
  }

  TextArguments arguments() {
    return arguments;
  }

  PromptResult result(Object returned) {
    return form.result(
        Objects.requireNonNull(returned, declaration() + " returned null"), description);
  }

  /** The entry in {@code prompts/list}. */
  public JsonObject toJson() {
    return entry;
  }
}
