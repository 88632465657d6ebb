package dev.gatehouse.content;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A resource that is bytes.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/schema#blobresourcecontents">MCP
 *     BlobResourceContents</a>
 */
public record BlobResourceContents(String uri, Optional<String> mimeType, byte[] blob)
    implements ResourceContents {

  public BlobResourceContents {
    ResourceUri.check(uri);
    Objects.requireNonNull(mimeType, "mimeType");
    blob = blob.clone();
  }

  /** Bytes of this MIME type. */
  public BlobResourceContents(String uri, String mimeType, byte[] blob) {
    this(uri, Optional.of(mimeType), blob);
  }

  /** A copy of the bytes. */
  @Override
  public byte[] blob() {
    return blob.clone();
  }

  @Override
  public JsonObject toJson() {
    return Blocks.toJson(this, "blob", Blocks.base64(blob));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlobResourceContents that
        && uri.equals(that.uri)
        && mimeType.equals(that.mimeType)
        && Arrays.equals(blob, that.blob);
  }

  @Override
  public int hashCode() {
    return Objects.hash(uri, mimeType, Arrays.hashCode(blob));
  }
}
