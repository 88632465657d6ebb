package dev.gatehouse.content;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * What a resource holds, or a part of it with a URI of its own.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/schema#resourcecontents">MCP
 *     ResourceContents</a>
 */
public sealed interface ResourceContents permits TextResourceContents, BlobResourceContents {

  /** Whose contents these are. */
  String uri();

  /** Their MIME type, if known. */
  Optional<String> mimeType();

  /** The contents as they go over the wire. */
  JsonObject toJson();
}
