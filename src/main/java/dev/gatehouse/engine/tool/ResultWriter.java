package dev.gatehouse.engine.tool;

import dev.gatehouse.engine.rest.RestAnswer;
import dev.gatehouse.engine.schema.ResultSchema;
import dev.gatehouse.engine.schema.ResultTypes;
import dev.gatehouse.engine.schema.UnwritableResultException;
import dev.gatehouse.json.JsonBytes;
import dev.gatehouse.log.BoundedLog;
import dev.gatehouse.tool.ToolResult;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.BinaryDataStrategy;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Turns what a tool returned into its result, as its schema has it. */
@ApplicationScoped
class ResultWriter {
  private static final BoundedLog LOG = BoundedLog.of(ResultWriter.class);

  private final Jsonb jsonb =
      JsonbBuilder.create(new JsonbConfig().withBinaryDataStrategy(BinaryDataStrategy.BASE_64));
  private final ResultTypes types = new ResultTypes(jsonb);
  private final ResultSchema entities = ResultSchema.any();

  /** The result for what a tool returned; a failure for what it should not have returned. */
  ToolResult write(Object value, ResultSchema schema, ResultForm form) {
    if (form == ResultForm.CONTENT) {
      return ResultForm.content(value);
    }
    if (form == ResultForm.RESPONSE) {
      return Optional.ofNullable(value)
          .map(response -> answer(RestAnswer.of(response)))
          .orElseGet(ToolResult::empty);
    }
    return written(value, schema, form);
  }

  /** What a resource answers: its entity, or its status if there is none. */
  ToolResult answer(RestAnswer answer) {
    ToolResult result =
        answer
            .entity()
            .map(entity -> written(entity, entities, ResultForm.TEXT))
            .orElseGet(() -> ToolResult.text(answer.status()));
    return answer.isError() ? ToolResult.error(result.content()) : result;
  }

  private ToolResult written(Object value, ResultSchema schema, ResultForm form) {
    try {
      return schema
          .write(value, types)
          .map(written -> form == ResultForm.TEXT ? words(written) : structured(written))
          .orElseGet(() -> form == ResultForm.TEXT ? ToolResult.empty() : nothing(schema));
    } catch (UnwritableResultException e) {
      LOG.log(Level.WARNING, "A tool's result can't be sent: " + e.getMessage(), e);
      return ToolResult.error("The tool failed: its " + e.getMessage());
    }
  }

  // As a member of that type would be written, and text without its quotation marks.
  private static ToolResult words(JsonValue written) {
    return ToolResult.text(
        written instanceof JsonString text ? text.getString() : JsonBytes.text(written));
  }

  private static ToolResult structured(JsonValue written) {
    JsonValue once = JsonBytes.prepared(written);
    return ToolResult.structured(once, JsonBytes.text(once));
  }

  /** What the tool's schema allows in place of a value, or a failure if it allows nothing. */
  private static ToolResult nothing(ResultSchema schema) {
    if (schema.isOptional()) {
      return ToolResult.structured(JsonValue.NULL, "null");
    }
    LOG.log(
        Level.WARNING,
        "A tool that promises a result returned null; declare Optional if there may be none");
    return ToolResult.error("The tool returned nothing");
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
