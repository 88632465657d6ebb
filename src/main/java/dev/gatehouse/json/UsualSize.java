package dev.gatehouse.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * How many bytes JSON takes if all of its text is plain ASCII, as most is: without a look at its
 * characters, and with a guess for numbers.
 */
final class UsualSize {
  private static final int WORD = 4;

  private UsualSize() {}

  static int of(JsonValue value) {
    if (value instanceof Prepared prepared) {
      return prepared.bytes().length;
    }
    if (value instanceof JsonObject object) {
      return of(object);
    }
    if (value instanceof JsonArray array) {
      return of(array);
    }
    if (value instanceof JsonString text) {
      return text.getString().length() + 2;
    }
    return value.getValueType() == JsonValue.ValueType.FALSE ? WORD + 1 : WORD;
  }

  // Each member has a colon, quotation marks, and a comma or what closes the object.
  private static int of(JsonObject object) {
    int size = object.isEmpty() ? 2 : 1;
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      size += member.getKey().length() + 4 + of(member.getValue());
    }
    return size;
  }

  private static int of(JsonArray array) {
    int size = array.isEmpty() ? 2 : 1;
    for (JsonValue element : array) {
      size += of(element) + 1;
    }
    return size;
  }
}
