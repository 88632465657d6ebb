package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The input of one tool, compiled once: its {@code inputSchema} and the way from JSON to the
 * method's arguments. Immutable.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">MCP,
 *     tools</a>
 */
public final class ArgumentSchema {
  private final Reader reader;
  private final JsonObject schema;
  private final List<HeaderParameter> headerParameters;

  /** From JSON to the method's arguments. */
  private interface Reader {
    Object[] read(JsonObject arguments, ReadContext reading);
  }

  private ArgumentSchema(Reader reader, JsonObject schema, List<HeaderParameter> headerParameters) {
    this.reader = reader;
    this.schema = schema;
    this.headerParameters = headerParameters;
  }

  /** Compiles the arguments in the order of the method's parameters; names every unusable one. */
  public static ArgumentSchema of(List<Argument> arguments) throws UnusableTypeException {
    List<String> problems = new ArrayList<>();
    ArgumentCompiler compiler = new ArgumentCompiler(problems);
    HeaderRules headers = new HeaderRules(problems);
    Set<String> names = new HashSet<>();
    List<Property> compiled = new ArrayList<>();
    for (Argument argument : arguments) {
      if (!names.add(argument.name())) {
        problems.add(argument.name() + ": is the name of two arguments");
      }
      ClientSubset.key(argument.name(), argument.name(), problems);
      Property property = compiler.argument(argument);
      argument.header().ifPresent(h -> headers.check(argument.name(), h, property.type().schema()));
      compiled.add(property);
    }
    if (!problems.isEmpty()) {
      throw new UnusableTypeException(problems);
    }
    PropertySet properties = PropertySet.of(compiled, "an argument of this tool");
    return new ArgumentSchema(properties::read, compiler.root(properties), headers.accepted());
  }

  /**
   * A schema that the author wrote, as JSON text. It is handed on unchanged, and nothing is checked
   * against it: what is read is the one {@code JsonObject} of all arguments.
   */
  public static ArgumentSchema written(String text) throws UnusableTypeException {
    List<String> problems = new ArrayList<>();
    WrittenSchema written = WrittenSchema.parse(text, problems);
    if (!problems.isEmpty()) {
      throw new UnusableTypeException(problems);
    }
    return new ArgumentSchema(
        (arguments, reading) -> new Object[] {arguments}, written.schema(), written.headers());
  }

  /** A JSON Schema 2020-12 of type object; if compiled, it allows nothing but the arguments. */
  public JsonObject schema() {
    return schema;
  }

  /**
   * The Java arguments in the order of the parameters; absent optional ones are empty, their
   * default, or null.
   */
  public Object[] read(JsonObject arguments) throws InvalidArgumentsException {
    return read(arguments, false);
  }

  /** The same; if lenient, JSON in the text of a string is read where the type wants no text. */
  public Object[] read(JsonObject arguments, boolean lenient) throws InvalidArgumentsException {
    ReadContext reading = ReadContext.start(lenient);
    Object[] values = reader.read(arguments, reading);
    if (!reading.problems().isEmpty()) {
      throw new InvalidArgumentsException(reading.problems());
    }
    return values;
  }

  /** The arguments that clients repeat as HTTP headers. */
  public List<HeaderParameter> headerParameters() {
    return headerParameters;
  }
}
