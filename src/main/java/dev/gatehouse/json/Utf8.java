package dev.gatehouse.json;

import java.util.Arrays;

/**
 * Text as UTF-8 in an array that grows.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, 7</a>
 */
final class Utf8 {
  private static final int LONGEST_ESCAPE = 6;

  private byte[] bytes;
  private int length;

  /** With room for so many bytes at first. */
  Utf8(int room) {
    bytes = new byte[room];
  }

  /** All of them, and no more. */
  byte[] bytes() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  /** Between quotation marks, as JSON has it. */
  void quoted(String text) {
    int size = text.length();
    put('"');
    for (int i = plain(text, 0); i < size; i = plain(text, i)) {
      char c = text.charAt(i);
      i++;
      if (c < 0x80) {
        ascii(JsonEscape.of(c));
      } else if (Character.isSurrogate(c)) {
        i += pair(text.codePointAt(i - 1));
      } else {
        wide(c, c < 0x800 ? 6 : 12);
      }
    }
    put('"');
  }

  // Most of all text, and JSON within JSON: fields are not touched for each character.
  private int plain(String text, int from) {
    int size = text.length();
    reserve(size - from + 1);
    byte[] out = bytes;
    int spare = out.length - length - (size - from);
    int at = length;
    int i = from;
    for (; i < size; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x80) {
        break;
      }
      if (c == '"' || c == '\\') {
        if (--spare < 0) {
          break;
        }
        out[at++] = '\\';
      }
      out[at++] = (byte) c;
    }
    length = at;
    return i;
  }

  // Half a character is none; as everywhere in Java, a question mark stands for it.
  private int pair(int point) {
    if (!Character.isSupplementaryCodePoint(point)) {
      put('?');
      return 0;
    }
    wide(point, 18);
    return 1;
  }

  private void wide(int point, int bits) {
    put(
        switch (bits) {
          case 6 -> 0xC0 | point >> 6;
          case 12 -> 0xE0 | point >> 12;
          default -> 0xF0 | point >> 18;
        });
    for (int rest = bits - 6; rest >= 0; rest -= 6) {
      put(0x80 | point >> rest & 0x3F);
    }
  }

  void ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
  }

  void add(byte[] written) {
    reserve(written.length);
    System.arraycopy(written, 0, bytes, length, written.length);
    length += written.length;
  }

  void put(int b) {
    reserve(1);
    bytes[length++] = (byte) b;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, length + more + (length >> 2) + LONGEST_ESCAPE);
    }
  }
}
