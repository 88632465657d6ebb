package dev.gatehouse.engine.schema;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Arguments as the tests write them: all parameters of a method, required. */
final class Arguments {

  private Arguments() {}

  static List<Argument> of(Class<?> owner, String method) {
    return Arrays.stream(method(owner, method).getParameters()).map(p -> of(p, true)).toList();
  }

  static Argument optional(Class<?> owner, String method) {
    return of(method(owner, method).getParameters()[0], false);
  }

  static Argument withDefault(Class<?> owner, String method, String value) {
    Argument a = optional(owner, method);
    return new Argument(
        a.name(),
        "",
        true,
        Optional.of(value),
        Optional.empty(),
        a.type(),
        a.annotations(),
        a.owner());
  }

  static Argument withHeader(Argument a, String header) {
    return new Argument(
        a.name(),
        a.description(),
        a.required(),
        a.defaultValue(),
        Optional.of(header),
        a.type(),
        a.annotations(),
        a.owner());
  }

  static Argument of(Parameter p, boolean required) {
    return new Argument(
        p.getName(),
        "",
        required,
        Optional.empty(),
        Optional.empty(),
        p.getParameterizedType(),
        p,
        p.getDeclaringExecutable().getDeclaringClass());
  }

  static Method method(Class<?> owner, String name) {
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** JSON with apostrophes for quotation marks. */
  static JsonValue json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readValue();
    }
  }

  static JsonObject object(String text) {
    return json(text).asJsonObject();
  }

  static JsonArray array(String text) {
    return json(text).asJsonArray();
  }

  static JsonObject property(ArgumentSchema schema, String name) {
    return schema.schema().getJsonObject("properties").getJsonObject(name);
  }
}
