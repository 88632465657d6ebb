package dev.gatehouse.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * How many bytes JSON takes if its text is plain ASCII, with quotation marks only where it is long:
 * most text is so, and the text of JSON.
 */
final class UsualSize {
  private static final int LONG = 256;

  private UsualSize() {}

  static int of(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> of(((JsonString) value).getString());
      case OBJECT -> of(value.asJsonObject());
      case ARRAY -> of(value.asJsonArray());
      default -> JsonWord.of(value).length();
    };
  }

  // Each quotation mark has a backslash before it; short text has hardly any.
  private static int of(String text) {
    int size = text.length() + 2;
    if (size < LONG) {
      return size;
    }
    for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
      size++;
    }
    return size;
  }

  // Each member has a colon, quotation marks, and a comma or what closes the object.
  private static int of(JsonObject object) {
    if (object instanceof Prepared prepared) {
      return prepared.bytes().length;
    }
    int size = object.isEmpty() ? 2 : 1;
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      size += member.getKey().length() + 4 + of(member.getValue());
    }
    return size;
  }

  private static int of(JsonArray array) {
    if (array instanceof Prepared prepared) {
      return prepared.bytes().length;
    }
    int size = array.isEmpty() ? 2 : 1;
    for (JsonValue element : array) {
      size += of(element) + 1;
    }
    return size;
  }
}
