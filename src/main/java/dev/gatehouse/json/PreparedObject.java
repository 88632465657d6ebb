package dev.gatehouse.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** An object and its bytes. */
final class PreparedObject extends AbstractMap<String, JsonValue> implements JsonObject, Prepared {
  private final JsonObject object;
  private final byte[] bytes;

  PreparedObject(JsonObject object, byte[] bytes) {
    this.object = object;
    this.bytes = bytes;
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public Set<Map.Entry<String, JsonValue>> entrySet() {
    return object.entrySet();
  }

  @Override
  public JsonValue get(Object name) {
    return object.get(name);
  }

  @Override
  public boolean containsKey(Object name) {
    return object.containsKey(name);
  }

  @Override
  public ValueType getValueType() {
    return ValueType.OBJECT;
  }

  @Override
  public JsonObject getJsonObject(String name) {
    return object.getJsonObject(name);
  }

  @Override
  public JsonArray getJsonArray(String name) {
    return object.getJsonArray(name);
  }

  @Override
  public JsonNumber getJsonNumber(String name) {
    return object.getJsonNumber(name);
  }

  @Override
  public JsonString getJsonString(String name) {
    return object.getJsonString(name);
  }

  @Override
  public String getString(String name) {
    return object.getString(name);
  }

  @Override
  public String getString(String name, String otherwise) {
    return object.getString(name, otherwise);
  }

  @Override
  public int getInt(String name) {
    return object.getInt(name);
  }

  @Override
  public int getInt(String name, int otherwise) {
    return object.getInt(name, otherwise);
  }

  @Override
  public boolean getBoolean(String name) {
    return object.getBoolean(name);
  }

  @Override
  public boolean getBoolean(String name, boolean otherwise) {
    return object.getBoolean(name, otherwise);
  }

  @Override
  public boolean isNull(String name) {
    return object.isNull(name);
  }

  @Override
  public String toString() {
    return object.toString();
  }
}
