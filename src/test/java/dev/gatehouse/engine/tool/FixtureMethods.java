package dev.gatehouse.engine.tool;

import dev.gatehouse.content.Content;
import dev.gatehouse.content.ImageContent;
import dev.gatehouse.content.TextContent;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.McpLog;
import dev.gatehouse.interaction.Progress;
import dev.gatehouse.tool.AccessDeniedException;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import dev.gatehouse.tool.ToolResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.Max;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class FixtureMethods {
  static final class Denied extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    Denied() {
      super("no");
    }
  }

  public record Size(int bytes) {}

  private final List<Object> filled = new ArrayList<>();

  @Tool(description = "One block")
  ImageContent image() {
    return new ImageContent(new byte[] {1}, "image/png");
  }

  @Tool(description = "Several blocks")
  List<Content> blocks() {
    return List.of(new TextContent("one"), image());
  }

  @Tool(description = "Blocks of one kind")
  List<? extends TextContent> texts() {
    return List.of(new TextContent("one"));
  }

  @Tool(description = "A block, or none")
  Optional<TextContent> perhaps(boolean present) {
    return present ? Optional.of(new TextContent("here")) : Optional.empty();
  }

  @Tool(description = "Shapes its failure")
  ToolResult failure() {
    return ToolResult.error(List.of(new TextContent("Look:"), image()));
  }

  @Tool(description = "A value")
  Size size() {
    return new Size(7);
  }

  @Tool(description = "Values")
  List<String> words() {
    return List.of("one");
  }

  @Tool(description = "Reaches its client")
  String reach(
      Progress progress,
      @Max(9) int a,
      McpLog log,
      Input input,
      @ToolArg(name = "bee") @Max(9) int b,
      Cancellation cancellation) {
    filled.addAll(List.of(progress, log, input, cancellation));
    return a + " " + b;
  }

  @Tool(
      description = "Its own schema",
      inputSchema =
          """
          {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
           "$defs": {"name": {"$anchor": "n", "type": "string"}}, "allOf": [{"required": ["x"]}]}""")
  String written(Progress progress, JsonObject arguments) {
    return arguments.toString();
  }

  @Tool(description = "May not")
  String denied() {
    throw new Denied();
  }

  @Tool(description = "Breaks with a checked exception")
  String checked() throws Exception {
    throw new Exception("secret");
  }

  List<Object> filled() {
    return List.copyOf(filled);
  }
}
