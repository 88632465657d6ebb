package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code List<T>}, {@code Collection<T>}, and {@code Set<T>}, which refuses duplicates;
 * unmodifiable, in order.
 */
record CollectionType(JsonType element, boolean unique) implements JsonType {
  // Whoever chooses the elements can choose them to have one hash code; then each is compared with
  // all before it.
  private static final int MAX_UNIQUE = 1000;

  @Override
  public JsonObject schema() {
    JsonObjectBuilder schema =
        Json.createObjectBuilder().add("type", "array").add("items", element.schema());
    return unique
        ? schema.add("uniqueItems", true).add("maxItems", MAX_UNIQUE).build()
        : schema.build();
  }

  @Override
  public Object read(JsonValue given, ReadContext at) {
    JsonValue value = at.meant(given, TextualJson.ARRAY);
    if (!(value instanceof JsonArray array)) {
      return at.refuse("an array", value, TextualJson.ARRAY);
    }
    if (unique && array.size() > MAX_UNIQUE) {
      return at.refuse("must have at most " + MAX_UNIQUE + " elements");
    }
    Collection<Object> values =
        unique ? new LinkedHashSet<>(array.size() * 2) : new ArrayList<>(array.size());
    Set<Object> seen = new HashSet<>();
    int index = 0;
    for (JsonValue item : array) {
      if (at.isFull()) {
        break;
      }
      ReadContext here = at.element(index++);
      Object read = element.read(item, here);
      boolean repeated = unique && !seen.add(JsonEquality.key(item));
      if (read != null && (!values.add(read) || repeated)) {
        here.refuse("is a duplicate");
      }
    }
    return unmodifiable(values);
  }

  private static Collection<Object> unmodifiable(Collection<Object> values) {
    return values instanceof Set<Object> set
        ? Collections.unmodifiableSet(set)
        : Collections.unmodifiableList((List<Object>) values);
  }
}
