package dev.gatehouse.schema;

import jakarta.json.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a method returns, compiled once: the {@code outputSchema}, where there is one.
 *
 * @param schema absent for text and for nothing
 * @param isObject whether the schema's root is an object
 */
public record ResultSchema(Optional<JsonObject> schema, boolean isObject) {
  private static final ResultSchema NONE = new ResultSchema(Optional.empty(), false);

  /** Compiles a return type; scalars are text. */
  public static ResultSchema of(Type type) throws UnusableTypeException {
    Type content = content(type);
    if (content == void.class || content == Void.class) {
      return NONE;
    }
    try {
      TypeCompiler compiler = new TypeCompiler(TypeCompiler.Direction.RESULTS);
      JsonType compiled = compiler.compile(content, Map.of());
      if (compiled instanceof ScalarType) {
        return NONE;
      }
      return new ResultSchema(
          Optional.of(compiler.addDefinitions(compiled.schema()).build()),
          compiled.name().equals("object"));
    } catch (TypeCompiler.Unusable e) {
      throw new UnusableTypeException(List.of("result: " + e.getMessage()));
    }
  }

  // An empty Optional is an empty result, so the schema speaks of the content alone.
  private static Type content(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
        ? generic.getActualTypeArguments()[0]
        : type;
  }
}
