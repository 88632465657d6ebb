package dev.gatehouse.schema;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An object with known properties, read into a record. */
record RecordType(
    String simpleName,
    String description,
    List<Property> properties,
    boolean closed,
    MethodHandle constructor)
    implements JsonType {

  /** One property; {@code schema} holds its constraints and description too. */
  record Property(String name, JsonType type, JsonObject schema, boolean required) {}

  @Override
  public JsonObjectBuilder schema() {
    JsonObjectBuilder schema = Json.createObjectBuilder().add("type", "object");
    if (!description.isEmpty()) {
      schema.add("description", description);
    }
    return addProperties(schema, properties, closed);
  }

  /** Adds {@code properties}, {@code required} and {@code additionalProperties}. */
  static JsonObjectBuilder addProperties(
      JsonObjectBuilder schema, List<Property> properties, boolean closed) {
    if (!properties.isEmpty()) {
      JsonObjectBuilder described = Json.createObjectBuilder();
      properties.forEach(property -> described.add(property.name(), property.schema()));
      schema.add("properties", described);
    }
    List<String> required =
        properties.stream().filter(Property::required).map(Property::name).toList();
    if (!required.isEmpty()) {
      schema.add("required", Json.createArrayBuilder(required));
    }
    return closed ? schema.add("additionalProperties", false) : schema;
  }

  @Override
  public Object read(JsonValue value, String path, Problems problems) {
    if (!(value instanceof JsonObject object)) {
      return problems.wrongType(path, "an object", value);
    }
    Map<String, Property> known =
        properties.stream().collect(Collectors.toMap(Property::name, Function.identity()));
    object.keySet().stream()
        .filter(name -> !known.containsKey(name))
        .forEach(name -> problems.add(path + "." + Problems.brief(name), "is not known here"));
    Object[] values = new Object[properties.size()];
    for (int i = 0; i < values.length; i++) {
      Property property = properties.get(i);
      values[i] = read(property, object, path + "." + property.name(), problems);
    }
    return problems.none() ? create(values, path, problems) : null;
  }

  private static Object read(Property property, JsonObject object, String path, Problems problems) {
    JsonValue value = object.getOrDefault(property.name(), JsonValue.NULL);
    if (value != JsonValue.NULL) {
      return property.type().read(value, path, problems);
    }
    return property.required() ? problems.add(path, "is required") : property.type().absent();
  }

  private Object create(Object[] values, String path, Problems problems) {
    try {
      return constructor.invokeExact(values);
    } catch (IllegalArgumentException | NullPointerException e) {
      return problems.add(path, "is not a valid " + simpleName);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(simpleName + " can't be made", e);
    }
  }

  @Override
  public String name() {
    return "object";
  }
}
