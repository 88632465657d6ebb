package dev.gatehouse.content;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * One content block of a tool's result or of a prompt's message.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/schema#contentblock">MCP
 *     ContentBlock</a>
 */
public sealed interface Content
    permits TextContent, ImageContent, AudioContent, ResourceLink, EmbeddedResource {

  /** {@return for whom it is, how important and how old} */
  Optional<Annotations> annotations();

  /** {@return the block as it goes over the wire} */
  JsonObject toJson();
}
