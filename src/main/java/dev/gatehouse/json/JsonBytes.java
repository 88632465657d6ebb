package dev.gatehouse.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes JSON as UTF-8 into one array, of the size that it usually has. */
public final class JsonBytes {
  private final Utf8 out;

  private JsonBytes(Utf8 out) {
    this.out = out;
  }

  /** The bytes of a value; to be left as they are, since they may belong to a prepared one. */
  public static byte[] of(JsonValue value) {
    if (value instanceof Prepared prepared) {
      return prepared.bytes();
    }
    Utf8 out = new Utf8(UsualSize.of(value));
    new JsonBytes(out).add(value);
    return out.bytes();
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

  // By its own word: to ask of interfaces which of them it has costs more than to write it.
  private void add(JsonValue value) {
    switch (value.getValueType()) {
      case STRING -> out.quoted(((JsonString) value).getString());
      case OBJECT -> add(value.asJsonObject());
      case ARRAY -> add(value.asJsonArray());
      default -> out.ascii(JsonWord.of(value));
    }
  }

  private void add(JsonObject object) {
    if (object instanceof Prepared prepared) {
      out.add(prepared.bytes());
      return;
    }
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
    if (array instanceof Prepared prepared) {
      out.add(prepared.bytes());
      return;
    }
    char before = '[';
    for (JsonValue element : array) {
      out.put(before);
      add(element);
      before = ',';
    }
    out.ascii(before == '[' ? "[]" : "]");
  }
}
