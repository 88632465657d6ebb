package dev.gatehouse.engine.tool;

import dev.gatehouse.log.BoundedLog;
import dev.gatehouse.tool.ToolResult;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;

/** Turns what a tool returned into its result, by JSON-B. */
@ApplicationScoped
class ResultWriter {
  private static final BoundedLog LOG = BoundedLog.of(ResultWriter.class);

  private final Jsonb jsonb = JsonbBuilder.create();
  private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());

  /** The result for a value of the declared type. */
  ToolResult write(Object value, Type type, ResultForm form) {
    Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (present == null) {
      return form == ResultForm.STRUCTURED ? nothing(type) : ToolResult.empty();
    }
    return switch (form) {
      case CONTENT -> ResultForm.content(present);
      case STRUCTURED -> structured(present, value == present ? type : present.getClass());
      case TEXT -> ToolResult.text(present.toString());
    };
  }

  /** What the tool's schema allows in place of a value, or a failure if it allows nothing. */
  private static ToolResult nothing(Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      return ToolResult.structured(JsonValue.NULL, "null");
    }
    LOG.log(
        Level.WARNING,
        "A tool that promises %s returned null; declare Optional if there may be none"
            .formatted(type.getTypeName()));
    return ToolResult.error("The tool returned nothing");
  }

  private ToolResult structured(Object value, Type type) {
    String text = jsonb.toJson(value, type);
    try (var reader = readers.createReader(new StringReader(text))) {
      return ToolResult.structured(reader.readValue(), text);
    }
  }

  @PreDestroy
  void close() {
    try {
      jsonb.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "JSON-B did not close", e);
    }
  }
}
