package dev.gatehouse.tool;

import dev.gatehouse.schema.ArgumentSchema;
import dev.gatehouse.schema.ResultSchema;
import dev.gatehouse.schema.UnusableTypeException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One tool, fully prepared at deployment: name, schemas, description. */
public final class ToolDefinition {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private final String name;
  private final Tool tool;
  private final Method method;
  private final List<Slot> slots;
  private final ArgumentSchema arguments;
  private final ResultSchema result;

  private ToolDefinition(
      String name,
      Tool tool,
      Method method,
      List<Slot> slots,
      ArgumentSchema schema,
      ResultSchema result) {
    this.name = name;
    this.tool = tool;
    this.method = method;
    this.slots = slots;
    this.arguments = schema;
    this.result = result;
  }

  /** The tool that this method is; adds what is wrong to {@code problems} and then is empty. */
  static Optional<ToolDefinition> of(Method method, List<String> problems) {
    Tool tool = method.getAnnotation(Tool.class);
    String name = tool.name().isEmpty() ? method.getName() : tool.name();
    String where = "Tool " + name + " (" + describe(method) + ")";
    List<String> found = new ArrayList<>(declarationProblems(method, tool, name));
    List<Slot> slots = slots(method, found);
    ArgumentSchema schema = null;
    ResultSchema result = null;
    try {
      schema = ArgumentSchema.of(Slot.arguments(slots));
    } catch (UnusableTypeException e) {
      found.addAll(e.problems());
    }
    try {
      result = ResultSchema.of(resultType(method));
    } catch (UnusableTypeException e) {
      found.addAll(e.problems());
    }
    found.forEach(problem -> problems.add(where + ": " + problem));
    return found.isEmpty()
        ? Optional.of(new ToolDefinition(name, tool, method, slots, schema, result))
        : Optional.empty();
  }

  // What a tool shapes itself, no schema describes.
  private static Type resultType(Method method) {
    return method.getReturnType() == ToolResult.class ? void.class : method.getGenericReturnType();
  }

  private static List<String> declarationProblems(Method method, Tool tool, String name) {
    List<String> problems = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      problems.add("a tool's name has 1 to 64 of A-Z a-z 0-9 _ . -");
    }
    if (tool.description().isBlank()) {
      problems.add("the description is blank; a model chooses tools by it");
    }
    if (Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
      problems.add("a tool's method is neither private nor static, so that interceptors run");
    }
    Class<?> result = method.getReturnType();
    if (result.isRecord() && !Modifier.isPublic(result.getModifiers())) {
      problems.add("make the record " + result.getName() + " public, or JSON-B can't read it");
    }
    return problems;
  }

  private static List<Slot> slots(Method method, List<String> problems) {
    List<Slot> slots = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      Optional<Slot> slot = Slot.of(parameter);
      if (slot.isEmpty()) {
        problems.add("compile with -parameters, or name each argument in @ToolArg");
        return List.of();
      }
      slots.add(slot.get());
    }
    return slots;
  }

  /** The name that callers use. */
  public String name() {
    return name;
  }

  /** The method behind it, for annotations of other packages. */
  public Method method() {
    return method;
  }

  /** Its arguments. */
  public ArgumentSchema arguments() {
    return arguments;
  }

  /** Its result's type. */
  public ResultSchema result() {
    return result;
  }

  List<Slot> slots() {
    return slots;
  }

  /** Whether its method takes a parameter of this type, which is no argument but the call's own. */
  public boolean uses(Class<?> type) {
    return slots.stream().anyMatch(slot -> slot.is(type));
  }

  /** The class and method, for messages to the operator. */
  public String location() {
    return describe(method);
  }

  private static String describe(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }

  /** The entry in {@code tools/list}; with or without {@code outputSchema}. */
  public JsonObject toJson(boolean withOutputSchema) {
    var json = Json.createObjectBuilder().add("name", name);
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
