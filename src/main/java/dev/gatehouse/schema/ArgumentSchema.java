package dev.gatehouse.schema;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The arguments of one method, compiled once: their schema, and how to read them.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-core">JSON Schema 2020-12</a>
 */
public final class ArgumentSchema {
  // RFC 9110, 5.6.2: token
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Set<String> HEADER_TYPES = Set.of("string", "integer", "boolean");

  private final List<Compiled> arguments;
  private final Map<String, Integer> positions = new HashMap<>();
  private final JsonObject schema;
  private final List<HeaderParameter> headers;

  /** An argument with what stands for it when it is absent. */
  private record Compiled(RecordType.Property property, Object absent) {}

  private ArgumentSchema(
      List<Compiled> arguments, JsonObject schema, List<HeaderParameter> headers) {
    this.arguments = List.copyOf(arguments);
    this.schema = schema;
    this.headers = List.copyOf(headers);
    for (int i = 0; i < arguments.size(); i++) {
      positions.put(arguments.get(i).property().name(), i);
    }
  }

  /** Compiles arguments in the order of the method's parameters; reports all problems at once. */
  public static ArgumentSchema of(List<Argument> arguments) throws UnusableTypeException {
    TypeCompiler compiler = new TypeCompiler(TypeCompiler.Direction.ARGUMENTS);
    List<String> problems = new ArrayList<>();
    List<Compiled> compiled = new ArrayList<>();
    List<HeaderParameter> headers = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Argument argument : arguments) {
      try {
        if (!names.add(argument.name())) {
          throw new IllegalArgumentException("the name is used twice");
        }
        JsonType type = type(compiler, argument);
        compiled.add(compile(argument, type));
        addHeader(argument, type, headers);
      } catch (TypeCompiler.Unusable | IllegalArgumentException e) {
        problems.add("argument " + argument.name() + ": " + e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new UnusableTypeException(problems);
    }
    JsonObjectBuilder schema = Json.createObjectBuilder().add("type", "object");
    RecordType.addProperties(schema, compiled.stream().map(Compiled::property).toList(), true);
    return new ArgumentSchema(compiled, compiler.addDefinitions(schema).build(), headers);
  }

  private static JsonType type(TypeCompiler compiler, Argument argument) {
    return argument.annotations() instanceof Parameter parameter
        ? compiler.compile(parameter.getAnnotatedType(), Map.of())
        : compiler.compile(argument.type(), Map.of());
  }

  private static Compiled compile(Argument argument, JsonType type) {
    JsonObjectBuilder schema =
        Json.createObjectBuilder(Constraints.apply(type, argument.annotations().getAnnotations()));
    if (!argument.description().isEmpty()) {
      schema.add("description", argument.description());
    }
    argument.header().ifPresent(header -> schema.add("x-mcp-header", header));
    Object absent = type.absent();
    if (argument.defaultValue().isPresent()) {
      JsonValue json = defaultJson(argument.defaultValue().get(), type);
      absent = defaultValue(json, type);
      schema.add("default", json);
    }
    boolean required =
        argument.required() && !type.mayBeAbsent() && argument.defaultValue().isEmpty();
    if (!required && absent == null && argument.type() instanceof Class<?> c && c.isPrimitive()) {
      throw new IllegalArgumentException(
          "a primitive that may be absent needs a default value; or use Optional");
    }
    return new Compiled(
        new RecordType.Property(argument.name(), type, schema.build(), required), absent);
  }

  private static JsonValue defaultJson(String text, JsonType type) {
    if (type.name().equals("string")) {
      return Json.createValue(text);
    }
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (JsonException e) {
      throw new IllegalArgumentException("the default value is not JSON", e);
    }
  }

  private static Object defaultValue(JsonValue json, JsonType type) {
    Problems problems = new Problems();
    Object value = type.read(json, "the default value", problems);
    try {
      problems.refuse();
    } catch (InvalidArgumentsException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return value;
  }

  private static void addHeader(Argument argument, JsonType type, List<HeaderParameter> headers) {
    if (argument.header().isEmpty()) {
      return;
    }
    String header = argument.header().get();
    if (!TOKEN.matcher(header).matches() || !HEADER_TYPES.contains(type.name())) {
      throw new IllegalArgumentException(
          "a header needs a name in RFC 9110 token characters and a string, integer or boolean");
    }
    String lower = header.toLowerCase(Locale.ROOT);
    if (headers.stream().anyMatch(h -> h.header().toLowerCase(Locale.ROOT).equals(lower))) {
      throw new IllegalArgumentException("the header " + header + " is used twice");
    }
    headers.add(new HeaderParameter(header, argument.name()));
  }

  /** The {@code inputSchema}: an object that allows no other properties. */
  public JsonObject schema() {
    return schema;
  }

  /** The values in the order of the method's parameters; null counts as absent. */
  public Object[] read(JsonObject json) throws InvalidArgumentsException {
    Problems problems = new Problems();
    Object[] values = new Object[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(arguments.get(i), json, problems);
    }
    for (String name : json.keySet()) {
      if (!positions.containsKey(name)) {
        problems.add(Problems.brief(name), "is not an argument of this tool");
      }
    }
    problems.refuse();
    return values;
  }

  private static Object read(Compiled argument, JsonObject json, Problems problems) {
    String name = argument.property().name();
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    if (value != JsonValue.NULL) {
      return argument.property().type().read(value, name, problems);
    }
    return argument.property().required() ? problems.add(name, "is required") : argument.absent();
  }

  /** The properties that a {@code Mcp-Param-*} header mirrors. */
  public List<HeaderParameter> headerParameters() {
    return headers;
  }
}
