package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A member of a result: how it is got and written.
 *
 * @param required whether it is always there, so that null is a fault of the tool
 * @param writesNull whether null is written, instead of being left out
 */
record ResultMember(
    String name, MethodHandle get, ResultType type, boolean required, boolean writesNull) {
  JsonObject schema() {
    return writesNull && !required ? WrittenTypes.nullable(type.schema()) : type.schema();
  }

  void write(Object owner, JsonObjectBuilder object, WriteContext outer) {
    Optional<Object> value = PresentValue.of(got(owner));
    if (value.isPresent()) {
      object.add(name, type.write(value.get(), outer.member(name)));
    } else if (required) {
      throw outer.member(name).refuse("is null, though it is declared to be there");
    } else if (writesNull) {
      object.add(name, JsonValue.NULL);
    }
  }

  private Object got(Object owner) {
    try {
      return (Object) get.invokeExact(owner);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}
