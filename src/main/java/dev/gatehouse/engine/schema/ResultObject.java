package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;

/**
 * A record by its components, any other class by its public getters and fields; a subclass with
 * what it adds.
 *
 * @param custom members whose form the author changed, which JSON-B writes
 */
record ResultObject(Class<?> raw, List<ResultMember> members, Set<String> custom)
    implements ResultType {
  @Override
  public JsonObject schema() {
    JsonObjectBuilder properties = Json.createObjectBuilder();
    JsonArrayBuilder required = Json.createArrayBuilder();
    custom.forEach(name -> properties.add(name, JsonValue.EMPTY_JSON_OBJECT));
    for (ResultMember member : members) {
      properties.add(member.name(), member.schema());
      if (member.required()) {
        required.add(member.name());
      }
    }
    JsonObjectBuilder schema = JsonType.object(properties.build(), required.build());
    // So that the alternatives of a sealed type can be told apart.
    return Supertypes.permit(raw) && Modifier.isFinal(raw.getModifiers())
        ? schema.add("additionalProperties", false).build()
        : schema.build();
  }

  @Override
  public JsonValue write(Object value, WriteContext at) {
    if (value.getClass() != raw && Supertypes.declared(value.getClass()) != raw) {
      return at.byClass(value);
    }
    JsonObjectBuilder object = Json.createObjectBuilder();
    if (!custom.isEmpty()) {
      customized(value, object, at);
    }
    members.forEach(member -> member.write(value, object, at));
    return object.build();
  }

  private void customized(Object value, JsonObjectBuilder object, WriteContext at) {
    JsonObject written = at.byJsonb(value).asJsonObject();
    custom.stream()
        .filter(written::containsKey)
        .forEach(name -> object.add(name, written.get(name)));
  }
}
