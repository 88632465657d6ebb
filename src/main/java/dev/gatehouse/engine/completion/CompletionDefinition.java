package dev.gatehouse.engine.completion;

import dev.gatehouse.completion.CompleteArg;
import dev.gatehouse.completion.CompletionResult;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.bean.NamedParameter;
import dev.gatehouse.engine.bean.Signature;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The completion of one argument, fully prepared at deployment. */
public final class CompletionDefinition implements Definition {
  private final Declaration declaration;
  private final Signature signature;
  private final String reference;
  private final String argument;

  private CompletionDefinition(
      Declaration declaration, Signature signature, String reference, String argument) {
    this.declaration = declaration;
    this.signature = signature;
    this.reference = reference;
    this.argument = argument;
  }

  /** The completion that this method is; adds what is wrong to {@code problems}, then empty. */
  static Optional<CompletionDefinition> of(
      Class<?> beanClass, Method method, Optional<CompletionTarget> target, List<String> problems) {
    Declaration own = Declaration.of("Completion", "", beanClass, method);
    List<String> found = new ArrayList<>(own.problems());
    Signature signature = Signature.of(method, CompletionDefinition::given, found);
    List<String> marked = CompletionRules.check(method, signature, found);
    if (target.isEmpty()) {
      found.add("there is no such prompt or resource template to complete");
    }
    target.ifPresent(completed -> CompletionRules.checkNames(completed, signature, found));
    found.forEach(problem -> problems.add(own + ": " + problem));
    return found.isEmpty()
        ? target.map(
            completed ->
                new CompletionDefinition(
                    own.under(completed.declaration()),
                    signature,
                    completed.reference(),
                    marked.get(0)))
        : Optional.empty();
  }

  private static String given(Parameter parameter) {
    CompleteArg arg = parameter.getAnnotation(CompleteArg.class);
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

  /** The name of the prompt, or the template. */
  String reference() {
    return reference;
  }

  /** The argument that is completed. */
  String argument() {
    return argument;
  }

  /** For messages to the operator. */
  String key() {
    return argument + " of " + reference;
  }

  Object[] arguments(String typed, Map<String, String> known) {
    return signature.arguments().stream().map(named -> value(named, typed, known)).toArray();
  }

  private Object value(NamedParameter named, String typed, Map<String, String> known) {
    if (named.name().equals(argument)) {
      return typed;
    }
    Optional<String> value = Optional.ofNullable(known.get(named.name()));
    return named.parameter().getType() == String.class ? value.orElse("") : value;
  }

  /** What the method returned, as the caller sees it. */
  static CompletionResult result(Object returned) {
    return returned instanceof String one
        ? CompletionResult.of(List.of(one))
        : CompletionResult.of(((List<?>) returned).stream().map(String.class::cast).toList());
  }
}
