package dev.gatehouse.content;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * What a resource holds, or a part of it with a URI of its own.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/schema#resourcecontents">MCP
 *     ResourceContents</a>
 */
public sealed interface ResourceContents permits TextResourceContents, BlobResourceContents {

  /** {@return whose contents these are: a URI with a scheme} */
  String uri();

  /** {@return their MIME type, if known} */
  Optional<String> mimeType();

  /** {@return the contents as they go over the wire} */
  JsonObject toJson();
}
