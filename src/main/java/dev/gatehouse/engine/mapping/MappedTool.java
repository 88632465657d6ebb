package dev.gatehouse.engine.mapping;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry of a mapping file.
 *
 * @param place the entry and its file, for messages
 * @param parameters the types of the method's parameters, to tell it from its overloads
 * @param scopes all that are needed; empty for the decision that none is
 * @param arguments by the names that they have without the file
 */
record MappedTool(
    String place,
    String type,
    String method,
    Optional<List<String>> parameters,
    ToolWords words,
    List<String> scopes,
    Map<String, MappedArgument> arguments) {

  MappedTool {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(words, "words");
    scopes = List.copyOf(scopes);
    arguments = Map.copyOf(arguments);
  }
}
