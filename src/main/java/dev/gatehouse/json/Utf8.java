package dev.gatehouse.json;

import java.util.HexFormat;

/**
 * Text as UTF-8 in an array; what does not fit is counted only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, 7</a>
 */
final class Utf8 {
  private static final String ESCAPED = "\"\\\b\f\n\r\t";
  private static final String LETTERS = "\"\\bfnrt";
  private static final HexFormat HEX = HexFormat.of();

  private final byte[] bytes;
  private int length;

  Utf8(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return length;
  }

  /** Between quotation marks, as JSON has it. */
  void quoted(String text) {
    put('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
        put(c);
      } else if (c < 0x80) {
        escape(c);
      } else if (Character.isSurrogate(c)) {
        i += pair(text.codePointAt(i));
      } else {
        wide(c, c < 0x800 ? 6 : 12);
      }
    }
    put('"');
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

  private void escape(char c) {
    int known = ESCAPED.indexOf(c);
    put('\\');
    if (known >= 0) {
      put(LETTERS.charAt(known));
    } else {
      put('u');
      ascii(HEX.toHexDigits(c));
    }
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
    if (length + written.length <= bytes.length) {
      System.arraycopy(written, 0, bytes, length, written.length);
    }
    length += written.length;
  }

  void put(int b) {
    if (length < bytes.length) {
      bytes[length] = (byte) b;
    }
    length++;
  }
}
