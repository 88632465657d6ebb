package dev.gatehouse.content;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * An image: its bytes, and its MIME type such as {@code image/png}.
 *
 * @param data the bytes, which are sent in base64
 * @param mimeType starts with {@code image/}
 * @param annotations for whom it is, how important and how old
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/schema#imagecontent">MCP
 *     ImageContent</a>
 */
public record ImageContent(byte[] data, String mimeType, Optional<Annotations> annotations)
    implements Content {

  /**
   * Copies the bytes.
   *
   * @param data the bytes, which are sent in base64
   * @param mimeType starts with {@code image/}
   * @param annotations for whom it is, how important and how old
   * @throws IllegalArgumentException for a MIME type of another family
   */
  public ImageContent {
    data = data.clone();
    Blocks.checkType(mimeType, "image");
    Objects.requireNonNull(annotations, "annotations");
  }

  /**
   * Without annotations.
   *
   * @param data the bytes
   * @param mimeType starts with {@code image/}
   * @throws IllegalArgumentException for a MIME type of another family
   */
  public ImageContent(byte[] data, String mimeType) {
    this(data, mimeType, Optional.empty());
  }

  /** {@return a copy of the bytes} */
  @Override
  public byte[] data() {
    return data.clone();
  }

  @Override
  public JsonObject toJson() {
    return Blocks.toJson("image", data, this, mimeType);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageContent that
        && Arrays.equals(data, that.data)
        && mimeType.equals(that.mimeType)
        && annotations.equals(that.annotations);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(data), mimeType, annotations);
  }
}
