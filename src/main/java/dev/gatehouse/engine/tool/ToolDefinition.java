package dev.gatehouse.engine.tool;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.bean.Signature;
import dev.gatehouse.engine.schema.ArgumentSchema;
import dev.gatehouse.engine.schema.ResultSchema;
import dev.gatehouse.engine.schema.UnusableTypeException;
import dev.gatehouse.tool.Tool;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One tool, fully prepared at deployment: name, schemas, description. */
public final class ToolDefinition implements Definition {
  private final Declaration declaration;
  private final Tool tool;
  private final Signature signature;
  private final ArgumentSchema arguments;
  private final ResultSchema result;
  private final ResultForm form;
  private final Type returned;
  private final boolean isWritten;
  private final boolean isReadOnly;

  private ToolDefinition(
      Declaration declaration,
      Tool tool,
      Signature signature,
      ArgumentSchema arguments,
      ResultSchema result) {
    this.declaration = declaration;
    this.tool = tool;
    this.signature = signature;
    this.arguments = arguments;
    this.result = result;
    this.isWritten = !tool.inputSchema().isEmpty();
    this.isReadOnly = tool.readOnly();
    this.returned = declaration.method().getGenericReturnType();
    this.form = ResultForm.of(returned, result);
  }

  /** The tool that this method is; adds what is wrong to {@code problems} and then is empty. */
  static Optional<ToolDefinition> of(Class<?> beanClass, Method method, List<String> problems) {
    Tool tool = method.getAnnotation(Tool.class);
    Declaration declaration = Declaration.of("Tool", tool.name(), beanClass, method);
    List<String> found = new ArrayList<>(declaration.problems());
    if (tool.description().isBlank()) {
      found.add("the description is blank; a model chooses tools by it");
    }
    Signature signature = Signature.of(method, ToolInput::given, found);
    Optional<ArgumentSchema> input = ToolInput.of(tool, signature, found);
    Optional<ResultSchema> result = result(method, found);
    found.forEach(problem -> problems.add(declaration + ": " + problem));
    return found.isEmpty()
        ? Optional.of(
            new ToolDefinition(
                declaration, tool, signature, input.orElseThrow(), result.orElseThrow()))
        : Optional.empty();
  }

  private static Optional<ResultSchema> result(Method method, List<String> problems) {
    Class<?> raw = method.getReturnType();
    if (raw.isRecord() && !Modifier.isPublic(raw.getModifiers())) {
      problems.add("make the record " + raw.getName() + " public, or JSON-B can't read it");
    }
    Type type = method.getGenericReturnType();
    try {
      return Optional.of(ResultSchema.of(ResultForm.isShaped(type) ? void.class : type));
    } catch (UnusableTypeException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  @Override
  public Declaration declaration() {
    return declaration;
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public JsonObject withoutSensitive(JsonObject values) {
    // With a schema that the author wrote, the one parameter is all arguments.
    return isWritten && signature.hasSensitive()
        ? JsonValue.EMPTY_JSON_OBJECT
        : Definition.super.withoutSensitive(values);
  }

  /** Whether its author says that it changes nothing. */
  public boolean isReadOnly() {
    return isReadOnly;
  }

  /** The name that callers use. */
  public String name() {
    return declaration.name();
  }

  /** Its arguments. */
  public ArgumentSchema arguments() {
    return arguments;
  }

  /** Its result's type. */
  public ResultSchema result() {
    return result;
  }

  ResultForm form() {
    return form;
  }

  Type returned() {
    return returned;
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
        .add("idempotentHint", tool.readOnly() || tool.idempotent())
        .add("openWorldHint", tool.openWorld())
        .build();
  }
}
