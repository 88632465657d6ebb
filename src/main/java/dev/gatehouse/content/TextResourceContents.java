package dev.gatehouse.content;

import jakarta.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/**
 * A resource that is text.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/schema#textresourcecontents">MCP
 *     TextResourceContents</a>
 */
public record TextResourceContents(String uri, Optional<String> mimeType, String text)
    implements ResourceContents {

  public TextResourceContents {
    ResourceUri.check(uri);
    Objects.requireNonNull(mimeType, "mimeType");
    Objects.requireNonNull(text, "text");
  }

  /** Text of this MIME type. */
  public TextResourceContents(String uri, String mimeType, String text) {
    this(uri, Optional.of(mimeType), text);
  }

  @Override
  public JsonObject toJson() {
    return Blocks.toJson(this, "text", text);
  }
}
