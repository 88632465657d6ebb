package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** {@code Optional<T>} and its primitive siblings: absent and null are empty. */
record OptionalType(JsonType present, Object absent, Function<Object, Object> wrap)
    implements JsonType {
  static OptionalType of(JsonType present) {
    return new OptionalType(present, Optional.empty(), Optional::ofNullable);
  }

  static OptionalType ofInt(JsonType present) {
    return new OptionalType(present, OptionalInt.empty(), v -> OptionalInt.of((int) v));
  }

  static OptionalType ofLong(JsonType present) {
    return new OptionalType(present, OptionalLong.empty(), v -> OptionalLong.of((long) v));
  }

  static OptionalType ofDouble(JsonType present) {
    return new OptionalType(present, OptionalDouble.empty(), v -> OptionalDouble.of((double) v));
  }

  @Override
  public JsonObject schema() {
    return present.schema();
  }

  @Override
  public Object read(JsonValue value, ReadContext at) {
    if (value.getValueType() == JsonValue.ValueType.NULL) {
      return absent;
    }
    Object read = present.read(value, at);
    return read == null ? absent : wrap.apply(read);
  }

  @Override
  public boolean optional() {
    return true;
  }

  @Override
  public JsonValue literal(String text) {
    return present.literal(text);
  }
}
