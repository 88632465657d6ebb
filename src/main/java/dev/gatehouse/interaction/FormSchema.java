package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a form, in order: flat, as the protocol restricts it; each method returns a changed
 * copy.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">MCP
 *     elicitation</a>
 */
public final class FormSchema {

  /** How large a filled-in form may be, in bytes of its JSON. */
  public static final int MAX_BYTES = 32_768;

  private final Map<String, FormField<?>> fields;
  private final Set<String> required;

  private FormSchema(Map<String, FormField<?>> fields, Set<String> required) {
    this.fields = Collections.unmodifiableMap(fields);
    this.required = Collections.unmodifiableSet(required);
  }

  /** A form without fields, which can only be accepted or not. */
  public static FormSchema empty() {
    return new FormSchema(Map.of(), Set.of());
  }

  /** Adds a field that must be filled in. */
  public FormSchema required(String name, FormField<?> field) {
    Set<String> more = new LinkedHashSet<>(required);
    more.add(name);
    return new FormSchema(add(name, field), more);
  }

  /** Adds a field that may be left out. */
  public FormSchema optional(String name, FormField<?> field) {
    return new FormSchema(add(name, field), required);
  }

  private Map<String, FormField<?>> add(String name, FormField<?> field) {
    if (name.isBlank() || fields.containsKey(name)) {
      throw new IllegalArgumentException("A field needs a name of its own: " + name);
    }
    field
        .ownProblem()
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException("The default of " + name + " " + problem);
            });
    Map<String, FormField<?>> more = new LinkedHashMap<>(fields);
    more.put(name, field);
    return more;
  }

  /** The member {@code requestedSchema}. */
  public JsonObject toJson() {
    var properties = Json.createObjectBuilder();
    fields.forEach((name, field) -> properties.add(name, field.toJson()));
    var schema = Json.createObjectBuilder().add("type", "object").add("properties", properties);
    if (!required.isEmpty()) {
      schema.add("required", Json.createArrayBuilder(required));
    }
    return schema.build();
  }

  /** Why the content does not fit, a sentence per field; members without a field are ignored. */
  public List<String> problems(JsonObject content) {
    JsonObject known = known(content);
    if (known.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return List.of("The form is larger than " + MAX_BYTES + " bytes");
    }
    List<String> problems = new ArrayList<>();
    fields.forEach(
        (name, field) ->
            problem(name, field, Optional.ofNullable(known.get(name)))
                .ifPresent(problem -> problems.add(name + " " + problem)));
    return List.copyOf(problems);
  }

  private Optional<String> problem(String name, FormField<?> field, Optional<JsonValue> value) {
    return value.isPresent()
        ? field.problem(value.get())
        : FormField.unless(!required.contains(name), "is missing");
  }

  /** The content without what is not in this form. */
  JsonObject known(JsonObject content) {
    var known = Json.createObjectBuilder();
    fields.keySet().stream()
        .filter(content::containsKey)
        .forEach(name -> known.add(name, content.get(name)));
    return known.build();
  }
}
