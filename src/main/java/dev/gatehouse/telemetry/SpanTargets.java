package dev.gatehouse.telemetry;

import dev.gatehouse.engine.prompt.PromptRegistry;
import dev.gatehouse.engine.resource.ResourceRegistry;
import dev.gatehouse.engine.resource.ResourceTemplateDefinition;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.mcp.method.McpMethod;
import dev.gatehouse.telemetry.SpanTarget.Kind;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;

/**
 * The methods, tools, prompts and resources of this deployment, so that all others have no name.
 */
record SpanTargets(ToolRegistry tools, PromptRegistry prompts, ResourceRegistry resources) {
  private static final int MAX_URI = 2048;

  /** What any method that is not there is called. */
  static final String OTHER_METHOD = "_OTHER";

  static String method(String requested) {
    return McpMethod.find(requested).map(McpMethod::wireName).orElse(OTHER_METHOD);
  }

  Optional<SpanTarget> find(String method, JsonObject params) {
    return McpMethod.find(method).flatMap(known -> find(known, params));
  }

  private Optional<SpanTarget> find(McpMethod method, JsonObject params) {
    return switch (method) {
      case TOOLS_CALL ->
          text(params, "name")
              .flatMap(tools::find)
              .map(tool -> new SpanTarget(Kind.TOOL, tool.name()));
      case PROMPTS_GET -> prompt(params);
      case RESOURCES_READ, RESOURCES_SUBSCRIBE, RESOURCES_UNSUBSCRIBE -> resource(params, "uri");
      case COMPLETION_COMPLETE ->
          params.get("ref") instanceof JsonObject ref
              ? prompt(ref).or(() -> template(ref))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<SpanTarget> prompt(JsonObject params) {
    return text(params, "name")
        .flatMap(prompts::find)
        .map(prompt -> new SpanTarget(Kind.PROMPT, prompt.declaration().name()));
  }

  // The URI that a template answers for holds values of arguments, so the template stands for it.
  private Optional<SpanTarget> resource(JsonObject params, String member) {
    return text(params, member)
        .filter(uri -> uri.length() <= MAX_URI)
        .flatMap(resources::find)
        .map(
            found ->
                found.definition() instanceof ResourceTemplateDefinition template
                    ? template.uriTemplate()
                    : found.uri())
        .map(uri -> new SpanTarget(Kind.RESOURCE, uri));
  }

  private Optional<SpanTarget> template(JsonObject ref) {
    return text(ref, "uri")
        .filter(uri -> resources.templates().stream().anyMatch(t -> t.uriTemplate().equals(uri)))
        .map(uri -> new SpanTarget(Kind.RESOURCE, uri));
  }

  private static Optional<String> text(JsonObject params, String member) {
    return params.get(member) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }
}
