package dev.gatehouse.content;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Audio: its bytes, and its MIME type such as {@code audio/wav}.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/schema#audiocontent">MCP
 *     AudioContent</a>
 */
public record AudioContent(byte[] data, String mimeType, Optional<Annotations> annotations)
    implements Content {

  public AudioContent {
    data = data.clone();
    Blocks.checkType(mimeType, "audio");
    Objects.requireNonNull(annotations, "annotations");
  }

  /** Without annotations. */
  public AudioContent(byte[] data, String mimeType) {
    this(data, mimeType, Optional.empty());
  }

  /** A copy of the bytes. */
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
