package dev.gatehouse.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.AbstractList;
import java.util.List;

/** An array and its bytes. */
final class PreparedArray extends AbstractList<JsonValue> implements JsonArray, Prepared {
  private final JsonArray array;
  private final byte[] bytes;

  PreparedArray(JsonArray array, byte[] bytes) {
    this.array = array;
    this.bytes = bytes;
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public JsonValue get(int index) {
    return array.get(index);
  }

  @Override
  public int size() {
    return array.size();
  }

  @Override
  public ValueType getValueType() {
    return ValueType.ARRAY;
  }

  @Override
  public JsonObject getJsonObject(int index) {
    return array.getJsonObject(index);
  }

  @Override
  public JsonArray getJsonArray(int index) {
    return array.getJsonArray(index);
  }

  @Override
  public JsonNumber getJsonNumber(int index) {
    return array.getJsonNumber(index);
  }

  @Override
  public JsonString getJsonString(int index) {
    return array.getJsonString(index);
  }

  @Override
  public <T extends JsonValue> List<T> getValuesAs(Class<T> type) {
    return array.getValuesAs(type);
  }

  @Override
  public String getString(int index) {
    return array.getString(index);
  }

  @Override
  public String getString(int index, String otherwise) {
    return array.getString(index, otherwise);
  }

  @Override
  public int getInt(int index) {
    return array.getInt(index);
  }

  @Override
  public int getInt(int index, int otherwise) {
    return array.getInt(index, otherwise);
  }

  @Override
  public boolean getBoolean(int index) {
    return array.getBoolean(index);
  }

  @Override
  public boolean getBoolean(int index, boolean otherwise) {
    return array.getBoolean(index, otherwise);
  }

  @Override
  public boolean isNull(int index) {
    return array.isNull(index);
  }

  @Override
  public String toString() {
    return array.toString();
  }
}
