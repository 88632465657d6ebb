package dev.gatehouse.engine.tool;

import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.engine.bean.ContextParameter;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.bean.Draft;
import dev.gatehouse.engine.outcome.AsyncResult;
import dev.gatehouse.engine.schema.ArgumentSchema;
import dev.gatehouse.engine.schema.ResultSchema;
import dev.gatehouse.json.Json;
import dev.gatehouse.tool.TaskSupport;
import dev.gatehouse.tool.Tool;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** One tool, fully prepared at deployment: name, schemas, description. */
public final class ToolDefinition extends Definition {
  private final Tool tool;
  private final ArgumentSchema arguments;
  private final ResultSchema result;
  private final ResultForm form;
  private final boolean isWritten;
  private final boolean isReadOnly;
  private final boolean isRepeatable;
  private final TaskSupport task;
  private final boolean isRest;

  private ToolDefinition(
      Draft draft, Tool tool, ArgumentSchema arguments, ResultSchema result, boolean isRest) {
    super(draft.declaration(), draft.signature());
    this.tool = tool;
    this.arguments = arguments;
    this.result = result;
    this.form = ResultForm.of(returned(declaration().method()), result);
    this.isWritten = !tool.inputSchema().isEmpty();
    this.isReadOnly = tool.readOnly();
    this.isRepeatable = tool.readOnly() || tool.idempotent();
    this.task = tool.task();
    this.isRest = isRest;
  }

  /** The tool that this method is; adds what is wrong to {@code problems} and then is empty. */
  static Optional<ToolDefinition> of(BeanMethod method, List<String> problems) {
    Tool tool = method.annotation(Tool.class).orElseThrow();
    ToolInput arguments = ToolInput.of(method);
    Draft draft = Draft.of("Tool", tool.name(), method, arguments.reading());
    if (tool.description().isBlank()) {
      draft.problem("the description is blank; a model chooses tools by it");
    }
    if (tool.task() == TaskSupport.FORBIDDEN
        && draft.signature().context().contains(ContextParameter.TASK)) {
      draft.problem("with a Task parameter, @Tool must say task = OPTIONAL or REQUIRED");
    }
    Optional<ArgumentSchema> input = arguments.schema(tool, draft);
    Optional<ResultSchema> result = result(method, draft);
    return draft.finish(
        problems,
        () ->
            new ToolDefinition(
                draft,
                tool,
                input.orElseThrow(),
                result.orElseThrow(),
                arguments.rest().isPresent()));
  }

  private static Optional<ResultSchema> result(BeanMethod method, Draft draft) {
    Type type = returned(method);
    Class<?> bean = method.type().getJavaClass();
    return draft.attempt(
        () -> ResultSchema.of(ResultForm.isShaped(type) ? void.class : type, bean));
  }

  private static Type returned(BeanMethod method) {
    return AsyncResult.awaited(method.java().getGenericReturnType());
  }

  @Override
  public JsonObject withoutSensitive(JsonObject values) {
    // With a schema that the author wrote, the one parameter is all arguments.
    return isWritten && signature().hasSensitive()
        ? JsonValue.EMPTY_JSON_OBJECT
        : super.withoutSensitive(values);
  }

  /** Whether its author says that it changes nothing. */
  public boolean isReadOnly() {
    return isReadOnly;
  }

  /** Whether its calls may be tasks. */
  public boolean takesTasks() {
    return task != TaskSupport.FORBIDDEN;
  }

  /** Whether its calls must be tasks. */
  public boolean demandsTasks() {
    return task == TaskSupport.REQUIRED;
  }

  /** Whether a second call with the same arguments changes nothing more, as its author says. */
  public boolean isRepeatable() {
    return isRepeatable;
  }

  /** Its arguments. */
  public ArgumentSchema arguments() {
    return arguments;
  }

  /** Its result's type. */
  public ResultSchema result() {
    return result;
  }

  /** Whether it answers HTTP requests too. */
  boolean isRest() {
    return isRest;
  }

  ResultForm form() {
    return form;
  }

  /** The entry in {@code tools/list}; with or without {@code outputSchema}. */
  public JsonObject toJson(boolean withOutputSchema) {
    var json = Json.createObjectBuilder().add("name", name());
    if (!tool.title().isEmpty()) {
      json.add("title", tool.title());
    }
    json.add("description", tool.description()).add("inputSchema", arguments.schema());
    if (withOutputSchema) {
      result.schema().ifPresent(schema -> json.add("outputSchema", schema));
    }
    addIconsTo(json);
    return json.add("annotations", hints()).build();
  }

  private JsonObject hints() {
    var hints = Json.createObjectBuilder();
    if (!tool.title().isEmpty()) {
      hints.add("title", tool.title());
    }
    return hints
        .add("readOnlyHint", tool.readOnly())
        .add("destructiveHint", !tool.readOnly() && tool.destructive())
        .add("idempotentHint", isRepeatable())
        .add("openWorldHint", tool.openWorld())
        .build();
  }
}
