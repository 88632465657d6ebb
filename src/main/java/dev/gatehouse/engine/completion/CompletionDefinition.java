package dev.gatehouse.engine.completion;

import dev.gatehouse.completion.CompleteArg;
import dev.gatehouse.completion.CompletionResult;
import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.bean.Draft;
import dev.gatehouse.engine.bean.NamedParameter;
import jakarta.enterprise.inject.spi.Annotated;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The completion of one argument, fully prepared at deployment. */
public final class CompletionDefinition extends Definition {
  private final String reference;
  private final String argument;

  private CompletionDefinition(Draft draft, CompletionTarget target, String argument) {
    super(draft.declaration().under(target.declaration()), draft.signature());
    this.reference = target.reference();
    this.argument = argument;
  }

  /** The completion that this method is; adds what is wrong to {@code problems}, then empty. */
  static Optional<CompletionDefinition> of(
      BeanMethod method, Optional<CompletionTarget> target, List<String> problems) {
    Draft draft = Draft.of("Completion", "", method, CompletionDefinition::given);
    List<String> marked = CompletionRules.check(method.java(), draft);
    if (target.isEmpty()) {
      draft.problem("there is no such prompt or resource template to complete");
    }
    target.ifPresent(completed -> CompletionRules.checkNames(completed, draft));
    return draft.finish(
        problems, () -> new CompletionDefinition(draft, target.orElseThrow(), marked.get(0)));
  }

  private static String given(Annotated parameter) {
    CompleteArg arg = parameter.getAnnotation(CompleteArg.class);
    return arg == null ? "" : arg.name();
  }

  /** What it completes, also for messages to the operator. */
  String key() {
    return key(reference, argument);
  }

  // No reference has a space, so no two of them have the same key.
  static String key(String reference, String argument) {
    return argument + " of " + reference;
  }

  Object[] arguments(String typed, Map<String, String> known) {
    return signature().arguments().stream().map(named -> value(named, typed, known)).toArray();
  }

  private Object value(NamedParameter named, String typed, Map<String, String> known) {
    if (named.name().equals(argument)) {
      return typed;
    }
    Optional<String> value = Optional.ofNullable(known.get(named.name()));
    return named.type() == String.class ? value.orElse("") : value;
  }

  /** What the method returned, as the caller sees it. */
  static CompletionResult result(Object returned) {
    return returned instanceof String one
        ? CompletionResult.of(List.of(one))
        : CompletionResult.of(((List<?>) returned).stream().map(String.class::cast).toList());
  }
}
