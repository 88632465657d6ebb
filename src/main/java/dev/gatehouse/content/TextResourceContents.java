package dev.gatehouse.content;

import jakarta.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/**
 * A resource that is text.
 *
 * @param uri whose contents these are, with a scheme
 * @param mimeType their MIME type, if known
 * @param text what it holds
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/schema#textresourcecontents">MCP
 *     TextResourceContents</a>
 */
public record TextResourceContents(String uri, Optional<String> mimeType, String text)
    implements ResourceContents {

  /**
   * Checks the URI.
   *
   * @param uri whose contents these are, with a scheme
   * @param mimeType their MIME type, if known
   * @param text what it holds
   * @throws IllegalArgumentException for what is no URI with a scheme
   */
  public TextResourceContents {
    ResourceUri.check(uri);
    Objects.requireNonNull(mimeType, "mimeType");
    Objects.requireNonNull(text, "text");
  }

  /**
   * Text of this MIME type.
   *
   * @param uri whose contents these are, with a scheme
   * @param mimeType their MIME type
   * @param text what it holds
   * @throws IllegalArgumentException for what is no URI with a scheme
   */
  public TextResourceContents(String uri, String mimeType, String text) {
    this(uri, Optional.of(mimeType), text);
  }

  @Override
  public JsonObject toJson() {
    return Blocks.toJson(this, "text", text);
  }
}
