package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;

/**
 * A record as a form for a user, compiled once: its {@code requestedSchema} and the way from the
 * user's answer to the record. Immutable.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">MCP
 *     elicitation</a>
 */
public final class FormSchema {
  static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

  private final JsonType type;
  private final List<FormField> fields;

  private FormSchema(JsonType type, List<FormField> fields) {
    this.type = type;
    this.fields = fields;
  }

  /** Compiles the record; names every component that no form can show. */
  public static FormSchema of(Class<? extends Record> form) throws UnusableTypeException {
    FormCompiler compiler = new FormCompiler(form);
    FormSchema schema = new FormSchema(compiler.type(), compiler.fields());
    if (!compiler.problems().isEmpty()) {
      throw new UnusableTypeException(compiler.problems());
    }
    return schema;
  }

  /** The member {@code requestedSchema}: flat, as the protocol restricts it. */
  public JsonObject schema() {
    var properties = Json.createObjectBuilder();
    fields.forEach(field -> properties.add(field.name(), field.schema()));
    var schema = Json.createObjectBuilder().add("type", "object").add("properties", properties);
    List<String> required =
        fields.stream().filter(FormField::required).map(FormField::name).toList();
    if (!required.isEmpty()) {
      schema.add("required", Json.createArrayBuilder(required));
    }
    return schema.build();
  }

  /** The content without what is not in this form. */
  public JsonObject known(JsonObject content) {
    var known = Json.createObjectBuilder();
    fields.stream()
        .map(FormField::name)
        .filter(content::containsKey)
        .forEach(name -> known.add(name, content.get(name)));
    return known.build();
  }

  /** The record from {@link #known} content, with its constraints checked. */
  public Object read(JsonObject content) throws InvalidArgumentsException {
    ReadContext reading = ReadContext.start();
    fields.forEach(field -> field.check(content, reading));
    Object form = type.read(content, reading);
    if (!reading.problems().isEmpty()) {
      throw new InvalidArgumentsException(reading.problems());
    }
    List<String> broken =
        VALIDATOR.validate(form).stream()
            .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
            .sorted()
            .toList();
    if (!broken.isEmpty()) {
      throw new InvalidArgumentsException(broken);
    }
    return form;
  }
}
