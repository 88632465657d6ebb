package dev.gatehouse.content;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Audio: its bytes, and its MIME type such as {@code audio/wav}.
 *
 * @param data the bytes, which are sent in base64
 * @param mimeType starts with {@code audio/}
 * @param annotations for whom it is, how important and how old
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/schema#audiocontent">MCP
 *     AudioContent</a>
 */
public record AudioContent(byte[] data, String mimeType, Optional<Annotations> annotations)
    implements Content {

  /**
   * Copies the bytes.
   *
   * @param data the bytes, which are sent in base64
   * @param mimeType starts with {@code audio/}
   * @param annotations for whom it is, how important and how old
   * @throws IllegalArgumentException for a MIME type of another family
   */
  public AudioContent {
    data = data.clone();
    Blocks.checkType(mimeType, "audio");
    Objects.requireNonNull(annotations, "annotations");
  }

  /**
   * Without annotations.
   *
   * @param data the bytes
   * @param mimeType starts with {@code audio/}
   * @throws IllegalArgumentException for a MIME type of another family
   */
  public AudioContent(byte[] data, String mimeType) {
    this(data, mimeType, Optional.empty());
  }

  /** {@return a copy of the bytes} */
  @Override
  public byte[] data() {
    return data.clone();
  }

  @Override
  public JsonObject toJson() {
    return Blocks.toJson("audio", data, this, mimeType);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AudioContent that
        && Arrays.equals(data, that.data)
        && mimeType.equals(that.mimeType)
        && annotations.equals(that.annotations);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(data), mimeType, annotations);
  }
}
