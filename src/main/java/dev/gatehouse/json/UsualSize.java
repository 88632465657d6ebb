package dev.gatehouse.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * How many bytes JSON takes if nothing in its text but quotation marks is other than plain ASCII,
 * as it is in most text, and in the text of JSON.
 */
final class UsualSize {
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
      return of(text.getString());
    }
    return JsonWord.of(value).length();
  }

  // Each quotation mark has a backslash before it.
  private static int of(String text) {
    int size = text.length() + 2;
    for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
      size++;
    }
    return size;
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
