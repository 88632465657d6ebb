package dev.gatehouse.mcp.call;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The value of {@code Mcp-Name} or {@code Mcp-Param-*}: visible ASCII as it is, all else as {@code
 * =?base64?…?=}.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Value
 *     encoding</a>
 */
public final class HeaderValue {
  private static final String START = "=?base64?";
  private static final String END = "?=";

  private HeaderValue() {}

  /** The meaning of a raw value; empty when it is not well formed. */
  public static Optional<String> decode(String raw) {
    if (raw.chars().anyMatch(c -> c != '\t' && (c < ' ' || c > '~'))) {
      return Optional.empty();
    }
    boolean encoded =
        raw.length() >= START.length() + END.length() && raw.startsWith(START) && raw.endsWith(END);
    return encoded
        ? base64(raw.substring(START.length(), raw.length() - END.length()))
        : Optional.of(raw);
  }

  // Java's decoder forgives missing padding; the specification does not.
  private static Optional<String> base64(String text) {
    if (text.length() % 4 != 0) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
