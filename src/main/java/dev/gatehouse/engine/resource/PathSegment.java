package dev.gatehouse.engine.resource;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * One segment of a path, or a part of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3.3">RFC 3986, 3.3</a>
 */
final class PathSegment {
  private static final String UNENCODED = "-._~!$&'()*+,;=:@";
  // RFC 3986, 5.2.4: not names but ways to other resources.
  private static final Set<String> DOTS = Set.of(".", "..");

  private PathSegment() {}

  /** What a segment means; empty when it is not well formed or would lead elsewhere. */
  static Optional<String> decode(String raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int octet = octet(raw, i + 1);
        if (octet < 0) {
          return Optional.empty();
        }
        bytes.write(octet);
        i += 2;
      } else if (isUnencoded(c)) {
        bytes.write(c);
      } else {
        return Optional.empty();
      }
    }
    return utf8(bytes.toByteArray()).filter(PathSegment::staysHere);
  }

  private static boolean isUnencoded(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || UNENCODED.indexOf(c) >= 0;
  }

  private static int octet(String raw, int at) {
    if (at + 2 > raw.length()) {
      return -1;
    }
    int high = hex(raw.charAt(at));
    int low = hex(raw.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  // Not every digit that Character.digit knows is one in a URI.
  private static int hex(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(buffer).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean staysHere(String decoded) {
    return !DOTS.contains(decoded)
        && decoded.chars().noneMatch(c -> c == '/' || Character.isISOControl(c));
  }
}
