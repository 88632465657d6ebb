package dev.gatehouse.mcp.call;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Definition;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Objects;
import java.util.Optional;

/**
 * That a caller asks for a bean's method.
 *
 * @param arguments as they came, unchecked; {@code uri} alone for a resource
 * @param traceparent {@code _meta.traceparent}, unchecked
 */
public record MethodCall(Definition declared, JsonObject arguments, Optional<String> traceparent) {

  public MethodCall {
    Objects.requireNonNull(declared, "declared");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(traceparent, "traceparent");
  }

  /** With the member {@code arguments} of these params, if that is an object. */
  public static MethodCall of(Definition declared, JsonObject params) {
    return of(declared, params, object(params.get("arguments")));
  }

  /** With these arguments. */
  public static MethodCall of(Definition declared, JsonObject params, JsonObject arguments) {
    return new MethodCall(
        declared,
        arguments,
        object(params.get("_meta")).get("traceparent") instanceof JsonString text
            ? Optional.of(text.getString())
            : Optional.empty());
  }

  private static JsonObject object(JsonValue value) {
    return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** The same to be remembered for long: arguments may be large. */
  public MethodCall withoutArguments() {
    return new MethodCall(declared, JsonValue.EMPTY_JSON_OBJECT, traceparent);
  }

  /** What is asked for. */
  public Declaration declaration() {
    return declared.declaration();
  }

  /** SHA-256 of the arguments without the sensitive ones, in base64url; the same in any order. */
  public String digest() {
    return CanonicalJson.digest(declared.withoutSensitive(arguments));
  }

  /** The values of arguments are nobody's business. */
  @Override
  public String toString() {
    return "MethodCall[" + declaration() + "]";
  }
}
