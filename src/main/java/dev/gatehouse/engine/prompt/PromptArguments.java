package dev.gatehouse.engine.prompt;

import dev.gatehouse.engine.bean.NamedParameter;
import dev.gatehouse.engine.bean.Signature;
import dev.gatehouse.engine.schema.Argument;
import dev.gatehouse.engine.schema.TextArguments;
import dev.gatehouse.engine.schema.UnusableTypeException;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptArg;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;

/** A prompt's arguments, and how they are listed. */
final class PromptArguments {
  private PromptArguments() {}

  static Optional<TextArguments> of(Signature signature, List<String> problems) {
    List<Argument> arguments =
        signature.arguments().stream().map(PromptArguments::argument).toList();
    try {
      return Optional.of(TextArguments.of(arguments, "an argument of this prompt"));
    } catch (UnusableTypeException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static Argument argument(NamedParameter named) {
    Optional<PromptArg> arg = annotation(named.parameter());
    return new Argument(
        named.name(),
        arg.map(PromptArg::description).orElse(""),
        arg.map(PromptArg::required).orElse(true),
        arg.map(PromptArg::defaultValue).filter(value -> !value.isEmpty()),
        Optional.empty(),
        named.parameter().getParameterizedType(),
        named.parameter());
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
    annotation(named.parameter())
        .ifPresent(
            arg -> {
              addGiven(json, "title", arg.title());
              addGiven(json, "description", arg.description());
            });
    return json.add("required", arguments.isRequired(named.name()));
  }

  private static Optional<PromptArg> annotation(Parameter parameter) {
    return Optional.ofNullable(parameter.getAnnotation(PromptArg.class));
  }

  private static void addGiven(JsonObjectBuilder json, String member, String text) {
    if (!text.isBlank()) {
      json.add(member, text);
    }
  }
}
