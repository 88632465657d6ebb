package dev.gatehouse.tool;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonReaderFactory;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;

/** Turns what a tool returned into its result, by JSON-B. */
@ApplicationScoped
class ResultWriter {
  private final Jsonb jsonb = JsonbBuilder.create();
  private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());

  /** The result for a value of the declared type. */
  ToolResult write(Object value, Type type, boolean structured) {
    Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (present instanceof ToolResult result) {
      return result;
    }
    if (present == null) {
      return ToolResult.empty();
    }
    return structured
        ? structured(present, value == present ? type : present.getClass())
        : ToolResult.text(present.toString());
  }

  private ToolResult structured(Object value, Type type) {
    String text = jsonb.toJson(value, type);
    try (var reader = readers.createReader(new StringReader(text))) {
      return ToolResult.structured(reader.readValue(), text);
    }
  }

  @PreDestroy
  void close() throws Exception {
    jsonb.close();
  }
}
