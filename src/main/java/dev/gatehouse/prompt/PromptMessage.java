package dev.gatehouse.prompt;

import dev.gatehouse.content.Content;
import dev.gatehouse.content.Role;
import dev.gatehouse.content.TextContent;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import java.util.Objects;

/**
 * One message of a prompt.
 *
 * @param role who says it
 * @param content one block of any kind
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/schema#promptmessage">MCP
 *     PromptMessage</a>
 */
public record PromptMessage(Role role, Content content) {

  /**
   * Checks that nothing is missing.
   *
   * @param role who says it
   * @param content one block of any kind
   * @throws NullPointerException for null
   */
  public PromptMessage {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(content, "content");
  }

  /**
   * The user says this.
   *
   * @param text what is said
   * @return a message of one block
   */
  public static PromptMessage user(String text) {
    return new PromptMessage(Role.USER, new TextContent(text));
  }

  /**
   * The assistant says this.
   *
   * @param text what is said
   * @return a message of one block
   */
  public static PromptMessage assistant(String text) {
    return new PromptMessage(Role.ASSISTANT, new TextContent(text));
  }

  JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("role", role.word())
        .add("content", content.toJson())
        .build();
  }
}
