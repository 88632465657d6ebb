package dev.gatehouse.engine.prompt;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.bean.Signature;
import dev.gatehouse.engine.schema.TextArguments;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptArg;
import dev.gatehouse.prompt.PromptResult;
import jakarta.json.JsonObject;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One prompt, fully prepared at deployment. */
public final class PromptDefinition implements Definition {
  private final Declaration declaration;
  private final Signature signature;
  private final TextArguments arguments;
  private final PromptForm form;
  private final Optional<String> description;
  private final JsonObject entry;

  private PromptDefinition(
      Declaration declaration, Signature signature, TextArguments arguments, PromptForm form) {
    Prompt prompt = declaration.method().getAnnotation(Prompt.class);
    this.declaration = declaration;
    this.signature = signature;
    this.arguments = arguments;
    this.form = form;
    this.description = Optional.of(prompt.description()).filter(text -> !text.isBlank());
    this.entry = PromptArguments.entry(declaration.name(), prompt, signature, arguments);
  }

  /** The prompt that this method is; adds what is wrong to {@code problems} and then is empty. */
  static Optional<PromptDefinition> of(Class<?> beanClass, Method method, List<String> problems) {
    Prompt prompt = method.getAnnotation(Prompt.class);
    Declaration declaration = Declaration.of("Prompt", prompt.name(), beanClass, method);
    List<String> found = new ArrayList<>(declaration.problems());
    Signature signature = Signature.of(method, PromptDefinition::given, found);
    Optional<TextArguments> arguments = PromptArguments.of(signature, found);
    Optional<PromptForm> form = PromptForm.of(method.getGenericReturnType());
    if (form.isEmpty()) {
      found.add("return a String, PromptMessage, List<PromptMessage> or PromptResult");
    }
    found.forEach(problem -> problems.add(declaration + ": " + problem));
    return found.isEmpty()
        ? Optional.of(
            new PromptDefinition(
                declaration, signature, arguments.orElseThrow(), form.orElseThrow()))
        : Optional.empty();
  }

  private static String given(Parameter parameter) {
    PromptArg arg = parameter.getAnnotation(PromptArg.class);
    return arg == null ? "" : arg.name();
  }

  @Override
  public Declaration declaration() {
    return declaration;
  }

  @Override
  public Signature signature() {
    return signature;
  }

  /** The name that callers use. */
  public String name() {
    return declaration.name();
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
        Objects.requireNonNull(returned, declaration + " returned null"), description);
  }

  /** The entry in {@code prompts/list}. */
  public JsonObject toJson() {
    return entry;
  }
}
