package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The properties of a JSON object, in the order of their Java counterparts; others are refused. */
record PropertySet(Map<String, Property> byName, String owner) {

  static PropertySet of(List<Property> properties, String owner) {
    Map<String, Property> byName = new LinkedHashMap<>();
    properties.forEach(property -> byName.put(property.name(), property));
    return new PropertySet(byName, owner);
  }

  JsonObjectBuilder schema() {
    JsonObjectBuilder properties = Json.createObjectBuilder();
    JsonArrayBuilder required = Json.createArrayBuilder();
    for (Property property : offered()) {
      properties.add(property.name(), property.type().schema());
      if (property.required()) {
        required.add(property.name());
      }
    }
    return JsonType.object(properties.build(), required.build()).add("additionalProperties", false);
  }

  private List<Property> offered() {
    return byName.values().stream().filter(property -> !property.hidden()).toList();
  }

  private boolean isOffered(String name) {
    return byName.containsKey(name) && !byName.get(name).hidden();
  }

  /** What {@code make} makes of the values; null where the value is no such object. */
  Object read(JsonValue given, ReadContext at, Function<Object[], Object> make) {
    JsonValue value = at.meant(given, TextualJson.OBJECT);
    if (!(value instanceof JsonObject object)) {
      return at.refuse("an object", value, TextualJson.OBJECT);
    }
    int before = at.problemCount();
    Object[] values = read(object, at);
    return at.problemCount() == before && !at.isFull() ? make.apply(values) : null;
  }

  Object[] read(JsonObject object, ReadContext at) {
    Object[] values = new Object[byName.size()];
    int position = 0;
    for (Property property : byName.values()) {
      values[position++] = property.read(object, at);
    }
    for (String name : object.keySet()) {
      if (at.isFull()) {
        break;
      }
      if (!isOffered(name)) {
        at.member(name).refuse("is not " + owner);
      }
    }
    return values;
  }
}
