package dev.gatehouse.content;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A resource that is bytes.
 *
 * @param uri whose contents these are, with a scheme
 * @param mimeType their MIME type, if known
 * @param blob the bytes, which are sent in base64
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/schema#blobresourcecontents">MCP
 *     BlobResourceContents</a>
 */
public record BlobResourceContents(String uri, Optional<String> mimeType, byte[] blob)
    implements ResourceContents {

  /**
   * Copies the bytes.
   *
   * @param uri whose contents these are, with a scheme
   * @param mimeType their MIME type, if known
   * @param blob the bytes, which are sent in base64
   * @throws IllegalArgumentException for what is no URI with a scheme
   */
  public BlobResourceContents {
    ResourceUri.check(uri);
    Objects.requireNonNull(mimeType, "mimeType");
    blob = blob.clone();
  }

  /**
   * Bytes of this MIME type.
   *
   * @param uri whose contents these are, with a scheme
   * @param mimeType their MIME type
   * @param blob the bytes
   * @throws IllegalArgumentException for what is no URI with a scheme
   */
  public BlobResourceContents(String uri, String mimeType, byte[] blob) {
    this(uri, Optional.of(mimeType), blob);
  }

  /** {@return a copy of the bytes} */
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
