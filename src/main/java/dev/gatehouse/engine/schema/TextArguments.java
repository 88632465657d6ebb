package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Arguments that are all written as text, as those of prompts and of URIs are: strings, enums,
 * numbers and booleans, compiled once. Immutable.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/schema#getpromptrequest">
 *     MCP GetPromptRequest</a>
 */
public final class TextArguments {
  // No other JSON gets to the parser, and no number longer than our Java types can hold.
  private static final Pattern LITERAL = Pattern.compile("-?[0-9][0-9.eE+-]{0,1999}|true|false");
  private static final Map<String, String> NOUNS =
      Map.of(
          "string", "text", "integer", "an integer", "number", "a number", "boolean", "a boolean");

  private final PropertySet properties;

  private TextArguments(PropertySet properties) {
    this.properties = properties;
  }

  /**
   * Compiles the arguments in the order of the method's parameters; names every unusable one.
   *
   * @param owner whose arguments they are, as in "an argument of this prompt"
   */
  public static TextArguments of(List<Argument> arguments, String owner)
      throws UnusableTypeException {
    List<String> problems = new ArrayList<>();
    ArgumentCompiler compiler = new ArgumentCompiler(problems);
    Map<String, Property> compiled = new LinkedHashMap<>();
    for (Argument argument : arguments) {
      Property property = compiler.argument(argument);
      if (compiled.put(argument.name(), property) != null) {
        problems.add(argument.name() + ": is the name of two arguments");
      }
      if (!NOUNS.containsKey(typeOf(property))) {
        String type = argument.type().getTypeName();
        problems.add(argument.name() + ": " + type + " can't be read from text");
      }
    }
    if (!problems.isEmpty()) {
      throw new UnusableTypeException(problems);
    }
    return new TextArguments(PropertySet.of(List.copyOf(compiled.values()), owner));
  }

  private static String typeOf(Property property) {
    return property.type().schema().getString("type", "");
  }

  /** Their names, in order. */
  public Set<String> names() {
    return properties.byName().keySet();
  }

  /** Whether the caller must give it. */
  public boolean isRequired(String name) {
    return properties.byName().get(name).required();
  }

  /**
   * The Java arguments in the order of the parameters; absent optional ones are empty, their
   * default, or null.
   */
  public Object[] read(Map<String, String> texts) throws InvalidArgumentsException {
    ReadContext reading = ReadContext.start();
    JsonObjectBuilder json = Json.createObjectBuilder();
    texts.forEach((name, text) -> json.add(name, value(name, text, reading)));
    if (reading.problems().isEmpty()) {
      Object[] values = properties.read(json.build(), reading);
      if (reading.problems().isEmpty()) {
        return values;
      }
    }
    throw new InvalidArgumentsException(reading.problems());
  }

  /** The same from JSON, where every member must be a string. */
  public Object[] read(JsonObject arguments) throws InvalidArgumentsException {
    ReadContext reading = ReadContext.start();
    Map<String, String> texts = new LinkedHashMap<>();
    arguments.forEach(
        (name, value) -> {
          if (value instanceof JsonString text) {
            texts.put(name, text.getString());
          } else {
            reading.member(name).refuse("a string", value);
          }
        });
    if (!reading.problems().isEmpty()) {
      throw new InvalidArgumentsException(reading.problems());
    }
    return read(texts);
  }

  // Only a member that is known can be read as anything but text; the others are refused later.
  private JsonValue value(String name, String text, ReadContext reading) {
    Property property = properties.byName().get(name);
    if (property == null) {
      return JsonValue.TRUE;
    }
    String type = typeOf(property);
    try {
      if (type.equals("string")) {
        return property.type().literal(text);
      }
      if (LITERAL.matcher(text).matches()) {
        return computable(property.type().literal(text));
      }
    } catch (JsonException | NumberFormatException e) {
      // Refused like any other text.
    }
    reading.member(name).refuse("must read as " + NOUNS.get(type));
    return JsonValue.NULL;
  }

  // JSON-P reads a number when it is first asked for, and then an absurd exponent fails.
  private static JsonValue computable(JsonValue literal) {
    if (literal instanceof JsonNumber number) {
      number.bigDecimalValue();
    }
    return literal;
  }
}
