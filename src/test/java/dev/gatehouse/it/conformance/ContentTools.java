package dev.gatehouse.it.conformance;

import dev.gatehouse.content.Content;
import dev.gatehouse.content.EmbeddedResource;
import dev.gatehouse.content.TextContent;
import dev.gatehouse.content.TextResourceContents;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import dev.gatehouse.tool.ToolFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Tools that answer at once, with every kind of content. */
@ApplicationScoped
@RequiresScope(FixtureScope.USE)
public class ContentTools {

  @Tool(name = "test_simple_text", description = "Answers with text")
  String simpleText() {
    return "This is a simple text response for testing.";
  }

  @Tool(name = "test_image_content", description = "Answers with an image")
  Content image() {
    return Samples.image();
  }

  @Tool(name = "test_audio_content", description = "Answers with a sound")
  Content audio() {
    return Samples.sound();
  }

  @Tool(name = "test_embedded_resource", description = "Answers with a resource")
  Content embeddedResource() {
    return new EmbeddedResource(
        new TextResourceContents(
            "test://embedded-resource",
            Optional.of("text/plain"),
            "This is an embedded resource content."));
  }

  @Tool(name = "test_multiple_content_types", description = "Answers with text, image, resource")
  List<Content> multipleContentTypes() {
    return List.of(
        new TextContent("Multiple content types test:"),
        Samples.image(),
        new EmbeddedResource(
            new TextResourceContents(
                "test://mixed-content-resource",
                Optional.of("application/json"),
                "{\"test\":\"data\",\"value\":123}")));
  }

  @Tool(name = "test_error_handling", description = "Says no")
  String errorHandling() {
    throw new ToolFailure("This tool intentionally returns an error for testing");
  }

  @Tool(
      name = "json_schema_2020_12_tool",
      description = "Has a schema that Java types can't say",
      inputSchema =
          """
          {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "$defs": {
              "address": {
                "$anchor": "addressDef",
                "type": "object",
                "properties": {"street": {"type": "string"}, "city": {"type": "string"}}
              }
            },
            "properties": {
              "name": {"type": "string"},
              "address": {"$ref": "#/$defs/address"},
              "contactMethod": {"type": "string", "enum": ["phone", "email"]},
              "phone": {"type": "string"},
              "email": {"type": "string"}
            },
            "allOf": [{"anyOf": [{"required": ["phone"]}, {"required": ["email"]}]}],
            "if": {"properties": {"contactMethod": {"const": "phone"}}, "required": ["contactMethod"]},
            "then": {"required": ["phone"]},
            "else": {"required": ["email"]},
            "additionalProperties": false
          }
          """)
  String jsonSchema(JsonObject arguments) {
    return "Got " + arguments;
  }

  @Tool(name = "test_x_mcp_header", description = "Wants an argument in a header too")
  String header(@ToolArg(header = "Region") Optional<String> region, Optional<Integer> level) {
    return region.orElse("nowhere") + " at " + level.map(String::valueOf).orElse("no level");
  }
}
