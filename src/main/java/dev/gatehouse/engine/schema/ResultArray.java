package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Collections, arrays, and streams, which are read to their end and closed. */
record ResultArray(ResultType element, boolean nullable) implements ResultType {
  static final int MAX_STREAMED = 10_000;

  @Override
  public JsonObject schema() {
    JsonObject items = nullable ? WrittenTypes.nullable(element.schema()) : element.schema();
    return Json.createObjectBuilder(JsonType.typed("array")).add("items", items).build();
  }

  @Override
  public JsonValue write(Object value, WriteContext at) {
    if (value instanceof Stream<?> stream) {
      try (stream) {
        return elements(stream.iterator(), MAX_STREAMED, at);
      }
    }
    return elements(iterator(value), Integer.MAX_VALUE, at);
  }

  private static Iterator<?> iterator(Object value) {
    return value instanceof Collection<?> collection
        ? collection.iterator()
        : IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).iterator();
  }

  private JsonValue elements(Iterator<?> values, int most, WriteContext at) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    int index = 0;
    while (values.hasNext()) {
      if (index == most) {
        throw at.refuse("has more than " + most + " elements: return a part of it");
      }
      array.add(element(values.next(), at.element(index++)));
    }
    return array.build();
  }

  private JsonValue element(Object value, WriteContext at) {
    return PresentValue.of(value)
        .map(present -> element.write(present, at))
        .orElseGet(() -> hole(at));
  }

  private JsonValue hole(WriteContext at) {
    if (nullable || element.schema().isEmpty()) {
      return JsonValue.NULL;
    }
    throw at.refuse("is null, which the schema does not allow");
  }
}
