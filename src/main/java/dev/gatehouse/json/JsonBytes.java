package dev.gatehouse.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes JSON as UTF-8 into an array of just its size, in one piece: counts first, then writes. */
public final class JsonBytes {
  private static final byte[] NOTHING = {};

  private final Utf8 out;

  private JsonBytes(Utf8 out) {
    this.out = out;
  }

  /** The bytes of a value; to be left as they are, since they may belong to a prepared one. */
  public static byte[] of(JsonValue value) {
    if (value instanceof Prepared prepared) {
      return prepared.bytes();
    }
    Utf8 counted = new Utf8(NOTHING);
    new JsonBytes(counted).add(value);
    byte[] bytes = new byte[counted.length()];
    new JsonBytes(new Utf8(bytes)).add(value);
    return bytes;
  }

  /** The same as text. */
  public static String text(JsonValue value) {
    return new String(of(value), StandardCharsets.UTF_8);
  }

  /** The same value, which is written once and for all, wherever it becomes a part of others. */
  public static JsonValue prepared(JsonValue value) {
    if (value instanceof JsonObject object) {
      return new PreparedObject(object, of(object));
    }
    return value instanceof JsonArray array ? new PreparedArray(array, of(array)) : value;
  }

  private void add(JsonValue value) {
    if (value instanceof Prepared prepared) {
      out.add(prepared.bytes());
    } else if (value instanceof JsonObject object) {
      add(object);
    } else if (value instanceof JsonArray array) {
      add(array);
    } else if (value instanceof JsonString text) {
      out.quoted(text.getString());
    } else {
      out.ascii(word(value));
    }
  }

  // The constants make their text each time.
  private static String word(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> "true";
      case FALSE -> "false";
      case NULL -> "null";
      default -> value.toString();
    };
  }

  private void add(JsonObject object) {
    char before = '{';
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      out.put(before);
      out.quoted(member.getKey());
      out.put(':');
      add(member.getValue());
      before = ',';
    }
    out.ascii(before == '{' ? "{}" : "}");
  }

  private void add(JsonArray array) {
    char before = '[';
    for (JsonValue element : array) {
      out.put(before);
      add(element);
      before = ',';
    }
    out.ascii(before == '[' ? "[]" : "]");
  }
}
