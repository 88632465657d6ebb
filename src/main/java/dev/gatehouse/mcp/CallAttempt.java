package dev.gatehouse.mcp;

import dev.gatehouse.bean.AccessDeniedException;
import dev.gatehouse.bean.Declaration;
import dev.gatehouse.bean.Declared;
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
public record CallAttempt(Declared declared, JsonObject arguments, Optional<String> traceparent) {

  public CallAttempt {
    Objects.requireNonNull(declared, "declared");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(traceparent, "traceparent");
  }

  /** With the member {@code arguments} of these params, if that is an object. */
  static CallAttempt of(Declared declared, JsonObject params) {
    return of(declared, params, object(params.get("arguments")));
  }

  static CallAttempt of(Declared declared, JsonObject params, JsonObject arguments) {
    return new CallAttempt(
        declared,
        arguments,
        object(params.get("_meta")).get("traceparent") instanceof JsonString text
            ? Optional.of(text.getString())
            : Optional.empty());
  }

  private static JsonObject object(JsonValue value) {
    return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** What is asked for. */
  public Declaration declaration() {
    return declared.declaration();
  }

  /** SHA-256 of the arguments without the sensitive ones, in base64url; the same in any order. */
  public String digest() {
    return CanonicalJson.digest(declared.withoutSensitive(arguments));
  }

  /** Goes on when the caller may do this, or throws. */
  void demand(Access access) {
    try {
      access.demand(declaration());
    } catch (AccessDeniedException e) {
      access.watch().denied(this, e);
      throw e;
    }
  }

  /** The values of arguments are nobody's business. */
  @Override
  public String toString() {
    return "CallAttempt[" + declaration() + "]";
  }
}
