package dev.gatehouse.mcp.call;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text for each JSON value, whatever the order of its members and the form of its numbers. In
 * the manner of RFC 8785, but exact for every number and every character.
 */
public final class CanonicalJson {
  private final StringBuilder text = new StringBuilder();

  private CanonicalJson() {}

  static String text(JsonValue value) {
    CanonicalJson canonical = new CanonicalJson();
    canonical.append(value);
    return canonical.text.toString();
  }

  /** SHA-256 of the text, in base64url. */
  public static String digest(JsonValue value) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text(value).getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private void append(JsonValue value) {
    switch (value.getValueType()) {
      case OBJECT -> append(value.asJsonObject());
      case ARRAY -> {
        text.append('[');
        value.asJsonArray().forEach(this::element);
        text.append(']');
      }
      case STRING -> append(((JsonString) value).getString());
      case NUMBER -> append(((JsonNumber) value).bigDecimalValue());
      default -> text.append(value.getValueType().name());
    }
  }

  private void append(JsonObject object) {
    text.append('{');
    for (Map.Entry<String, JsonValue> member : new TreeMap<>(object).entrySet()) {
      append(member.getKey());
      text.append(':');
      element(member.getValue());
    }
    text.append('}');
  }

  private void element(JsonValue value) {
    append(value);
    text.append(',');
  }

  // Digits and exponent apart: written out, 1e999999999 would fill the memory.
  private void append(BigDecimal number) {
    BigDecimal least = number;
    try {
      least = number.stripTrailingZeros();
    } catch (ArithmeticException e) {
      // The exponent is at its limit; as it is, the number still has a text of its own.
    }
    text.append(least.unscaledValue()).append('E').append(-(long) least.scale());
  }

  // Half a surrogate pair has no UTF-8, so that two texts could become one: ASCII only.
  private void append(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        escape(c);
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  private void escape(char c) {
    text.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      text.append(Character.forDigit(c >> shift & 0xF, 16));
    }
  }
}
