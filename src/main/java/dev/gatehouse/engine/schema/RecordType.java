package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;

/** A record, made by its canonical constructor, whose refusals are problems of the argument. */
record RecordType(PropertySet properties, Constructor<?> constructor) implements JsonType {

  @Override
  public JsonObject schema() {
    return properties.schema().build();
  }

  @Override
  public Object read(JsonValue value, ReadContext at) {
    return properties.read(value, at, components -> construct(components, at));
  }

  private Object construct(Object[] components, ReadContext at) {
    try {
      return constructor.newInstance(components);
    } catch (InvocationTargetException e) {
      return refused(e.getCause(), constructor.getDeclaringClass(), at);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + constructor.getDeclaringClass(), e);
    }
  }

  static Object refused(Throwable cause, Class<?> raw, ReadContext at) {
    if (cause instanceof Error error) {
      throw error;
    }
    // Only these two are written for the one who gave the value; others may tell internals.
    boolean speaks =
        (cause instanceof IllegalArgumentException || cause instanceof DateTimeException)
            && cause.getMessage() != null;
    String type = raw.getSimpleName();
    return at.refuse(
        "is not a valid " + type + (speaks ? ": " + Excerpt.of(cause.getMessage()) : ""));
  }
}
