package dev.gatehouse.engine.prompt;

import dev.gatehouse.engine.bean.Draft;
import dev.gatehouse.engine.bean.NamedParameter;
import dev.gatehouse.engine.bean.Signature;
import dev.gatehouse.engine.schema.Argument;
import dev.gatehouse.engine.schema.TextArguments;
import dev.gatehouse.json.Json;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptArg;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/** A prompt's arguments, and how they are listed. */
final class PromptArguments {
  private PromptArguments() {}

  /** The name that {@link PromptArg} gives; empty for none. */
  static String given(Annotated parameter) {
    PromptArg arg = parameter.getAnnotation(PromptArg.class);
    return arg == null ? "" : arg.name();
  }

  static Optional<TextArguments> of(Draft draft) {
    List<Argument> arguments =
        draft.signature().arguments().stream().map(PromptArguments::argument).toList();
    return draft.attempt(() -> TextArguments.of(arguments, "an argument of this prompt"));
  }

  private static Argument argument(NamedParameter named) {
    return named
        .annotation(PromptArg.class)
        .map(arg -> named.argument(arg.description(), arg.required(), arg.defaultValue(), ""))
        .orElseGet(named::argument);
  }

  static JsonObject entry(
      String name, Prompt prompt, Signature signature, TextArguments arguments) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("name", name);
    addGiven(json, "title", prompt.title());
    addGiven(json, "description", prompt.description());
    if (!signature.arguments().isEmpty()) {
      var array = Json.createArrayBuilder();
      signature.arguments().forEach(argument -> array.add(entry(argument, arguments)));
      json.add("arguments", array);
    }
    return json.build();
  }

  private static JsonObjectBuilder entry(NamedParameter named, TextArguments arguments) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("name", named.name());
    named
        .annotation(PromptArg.class)
        .ifPresent(
            arg -> {
              addGiven(json, "title", arg.title());
              addGiven(json, "description", arg.description());
            });
    return json.add("required", arguments.isRequired(named.name()));
  }

  private static void addGiven(JsonObjectBuilder json, String member, String text) {
    if (!text.isBlank()) {
      json.add(member, text);
    }
  }
}
