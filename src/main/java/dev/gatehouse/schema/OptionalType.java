package dev.gatehouse.schema;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.function.Function;

/** A value that may be absent; null counts as absent. */
record OptionalType(JsonType content, Function<Object, Object> wrap, Object absent)
    implements JsonType {

  @Override
  public JsonObjectBuilder schema() {
    return content.schema();
  }

  @Override
  public Object read(JsonValue value, String path, Problems problems) {
    if (value == JsonValue.NULL) {
      return absent;
    }
    Object read = content.read(value, path, problems);
    return read == null ? absent : wrap.apply(read);
  }

  @Override
  public boolean mayBeAbsent() {
    return true;
  }

  @Override
  public String name() {
    return content.name();
  }
}
