package dev.gatehouse.schema;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Bean Validation constraints as schema keywords; Jakarta Validation enforces them at the call.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema
 *     validation</a>
 */
final class Constraints {
  private static final Map<String, String> LENGTH =
      Map.of("string", "Length", "array", "Items", "object", "Properties");

  private Constraints() {}

  /** The schema of a type with the keywords that these annotations mean. */
  static JsonObject apply(JsonType type, Annotation... annotations) {
    JsonObjectBuilder schema = type.schema();
    for (Annotation annotation : annotations) {
      apply(schema, type.name(), annotation);
    }
    return schema.build();
  }

  private static void apply(JsonObjectBuilder schema, String type, Annotation annotation) {
    String length = LENGTH.get(type);
    if (annotation instanceof Size size && length != null) {
      if (size.min() > 0) {
        schema.add("min" + length, size.min());
      }
      if (size.max() < Integer.MAX_VALUE) {
        schema.add("max" + length, size.max());
      }
    } else if ((annotation instanceof NotBlank || annotation instanceof NotEmpty)
        && length != null) {
      schema.add("min" + length, 1);
    } else if (annotation instanceof Pattern pattern && pattern.flags().length == 0) {
      // Bean Validation matches the whole string, JSON Schema any part of it.
      schema.add("pattern", "^(?:" + pattern.regexp() + ")$");
    } else if (annotation instanceof Email) {
      schema.add("format", "email");
    } else {
      range(schema, annotation);
    }
  }

  private static void range(JsonObjectBuilder schema, Annotation annotation) {
    if (annotation instanceof Min min) {
      schema.add("minimum", min.value());
    } else if (annotation instanceof Max max) {
      schema.add("maximum", max.value());
    } else if (annotation instanceof DecimalMin min) {
      decimal(schema, min.inclusive() ? "minimum" : "exclusiveMinimum", min.value());
    } else if (annotation instanceof DecimalMax max) {
      decimal(schema, max.inclusive() ? "maximum" : "exclusiveMaximum", max.value());
    } else if (annotation instanceof Positive) {
      schema.add("exclusiveMinimum", 0);
    } else if (annotation instanceof PositiveOrZero) {
      schema.add("minimum", 0);
    } else if (annotation instanceof Negative) {
      schema.add("exclusiveMaximum", 0);
    } else if (annotation instanceof NegativeOrZero) {
      schema.add("maximum", 0);
    }
  }

  private static void decimal(JsonObjectBuilder schema, String keyword, String value) {
    schema.add(keyword, Json.createValue(new BigDecimal(value)));
  }
}
