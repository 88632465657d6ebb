package dev.gatehouse.engine.tool;

import dev.gatehouse.log.BoundedLog;
import dev.gatehouse.tool.ToolResult;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.BinaryDataStrategy;
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

  private final Jsonb jsonb =
      JsonbBuilder.create(new JsonbConfig().withBinaryDataStrategy(BinaryDataStrategy.BASE_64));
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
      case TEXT -> ToolResult.text(words(present));
    };
  }

  // As a member of that type would be written, and text without its quotation marks.
  private String words(Object value) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    JsonValue written = read(jsonb.toJson(value));
    return written instanceof JsonString text ? text.getString() : written.toString();
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
    return ToolResult.structured(read(text), text);
  }

  private JsonValue read(String text) {
    try (var reader = readers.createReader(new StringReader(text))) {
      return reader.readValue();
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
