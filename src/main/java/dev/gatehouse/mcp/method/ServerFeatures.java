package dev.gatehouse.mcp.method;

import dev.gatehouse.engine.bean.ContextParameter;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.completion.CompletionRegistry;
import dev.gatehouse.engine.prompt.PromptRegistry;
import dev.gatehouse.engine.resource.ResourceRegistry;
import dev.gatehouse.engine.tool.ToolDefinition;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.json.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/** Everything that this deployment offers. */
@Dependent
public class ServerFeatures {
  private static final JsonObject LISTENED_TO =
      Json.createObjectBuilder().add("listChanged", true).build();

  @Inject ToolRegistry tools;
  @Inject PromptRegistry prompts;
  @Inject ResourceRegistry resources;
  @Inject CompletionRegistry completions;

  /** The tools. */
  public ToolRegistry tools() {
    return tools;
  }

  /** The prompts. */
  public PromptRegistry prompts() {
    return prompts;
  }

  /** The resources and resource templates. */
  public ResourceRegistry resources() {
    return resources;
  }

  /** What proposes values of arguments. */
  public CompletionRegistry completions() {
    return completions;
  }

  boolean hasPrompts() {
    return !prompts.all().isEmpty();
  }

  /** Whether there are resources, or templates of them. */
  public boolean hasResources() {
    return !resources.resources().isEmpty() || !resources.templates().isEmpty();
  }

  boolean hasCompletions() {
    return !completions.isEmpty();
  }

  /** Whether a tool's call may be a task. */
  public boolean hasTasks() {
    return tools.all().stream().anyMatch(ToolDefinition::takesTasks);
  }

  /** Whether something logs to its client. */
  public boolean logs() {
    return all().anyMatch(declared -> declared.uses().contains(ContextParameter.LOG));
  }

  private Stream<? extends Definition> all() {
    return Stream.of(tools.all(), prompts.all(), resources.resources(), resources.templates())
        .flatMap(List::stream);
  }

  /** Everything that a client can call, read or get. */
  public List<Declaration> declarations() {
    return all().map(Definition::declaration).toList();
  }

  /** {@code capabilities}: exactly what is answered for. */
  public JsonObjectBuilder capabilities() {
    JsonObjectBuilder capabilities = Json.createObjectBuilder();
    capabilities.add("tools", LISTENED_TO);
    if (hasPrompts()) {
      capabilities.add("prompts", LISTENED_TO);
    }
    if (hasResources()) {
      capabilities.add("resources", Json.createObjectBuilder(LISTENED_TO).add("subscribe", true));
    }
    if (hasCompletions()) {
      capabilities.add("completions", JsonValue.EMPTY_JSON_OBJECT);
    }
    if (logs()) {
      capabilities.add("logging", JsonValue.EMPTY_JSON_OBJECT);
    }
    return capabilities;
  }
}
