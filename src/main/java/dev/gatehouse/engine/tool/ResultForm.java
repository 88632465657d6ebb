package dev.gatehouse.engine.tool;

import dev.gatehouse.content.Content;
import dev.gatehouse.engine.rest.RestAnswer;
import dev.gatehouse.engine.schema.ResultSchema;
import dev.gatehouse.tool.ToolResult;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Optional;

/** How what a tool returned becomes its result; known from the method's return type. */
enum ResultForm {
  /** As the tool shaped it: a {@link ToolResult}, one {@link Content} or several. */
  CONTENT,
  /** The answer to an HTTP request. */
  RESPONSE,
  /** A value with a schema. */
  STRUCTURED,
  /** Its words. */
  TEXT;

  static ResultForm of(Type type, ResultSchema schema) {
    if (RestAnswer.isResponse(type)) {
      return RESPONSE;
    }
    if (isShaped(type)) {
      return CONTENT;
    }
    return schema.schema().isPresent() ? STRUCTURED : TEXT;
  }

  /** Whether no schema describes such a result. */
  static boolean isShaped(Type type) {
    return type == ToolResult.class
        || RestAnswer.isResponse(type)
        || isContent(type)
        || type instanceof ParameterizedType p && holdsContent(p);
  }

  private static boolean holdsContent(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type held = type.getActualTypeArguments()[0];
    return Collection.class.isAssignableFrom(raw) && isContent(held)
        || raw == Optional.class && isShaped(held);
  }

  private static boolean isContent(Type type) {
    Type bound = type instanceof WildcardType w ? w.getUpperBounds()[0] : type;
    return bound instanceof Class<?> c && Content.class.isAssignableFrom(c);
  }

  static ToolResult content(Object returned) {
    Object shaped = returned instanceof Optional<?> optional ? optional.orElse(null) : returned;
    if (shaped == null) {
      return ToolResult.empty();
    }
    if (shaped instanceof ToolResult result) {
      return result;
    }
    return shaped instanceof Content content
        ? ToolResult.of(content)
        : ToolResult.of(((Collection<?>) shaped).stream().map(Content.class::cast).toList());
  }
}
