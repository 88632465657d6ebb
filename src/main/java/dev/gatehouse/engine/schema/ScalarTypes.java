package dev.gatehouse.engine.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Currency;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/** The Java types that are one JSON string, number or boolean, and how each is read. */
final class ScalarTypes {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final JsonType STRING = TextType.plain("text", text -> text);
  // One char of Java; half of a surrogate pair is no character.
  private static final JsonType CHARACTER =
      TextType.pattern(
          "^[\\u0000-\\uD7FF\\uE000-\\uFFFF]$", "one character", text -> text.charAt(0));
  private static final JsonType BOOLEAN = new BooleanType();
  private static final JsonType BYTE =
      new IntegerType(NumberRange.of(Byte.MIN_VALUE, Byte.MAX_VALUE), BigDecimal::byteValue);
  private static final JsonType SHORT =
      new IntegerType(NumberRange.of(Short.MIN_VALUE, Short.MAX_VALUE), BigDecimal::shortValue);
  private static final JsonType INT =
      new IntegerType(NumberRange.of(Integer.MIN_VALUE, Integer.MAX_VALUE), BigDecimal::intValue);
  private static final JsonType LONG =
      new IntegerType(NumberRange.of(Long.MIN_VALUE, Long.MAX_VALUE), BigDecimal::longValue);
  private static final JsonType FLOAT =
      new NumberType(NumberRange.upTo(Float.toString(Float.MAX_VALUE)), BigDecimal::floatValue);
  private static final JsonType DOUBLE =
      new NumberType(NumberRange.upTo(Double.toString(Double.MAX_VALUE)), BigDecimal::doubleValue);
  private static final JsonType DECIMAL = new NumberType(NumberRange.ANY, number -> number);

  private static final Map<Class<?>, JsonType> ALL = new HashMap<>(TemporalTypes.ALL);

  static {
    put(STRING, String.class, CharSequence.class);
    put(CHARACTER, char.class, Character.class);
    put(BOOLEAN, boolean.class, Boolean.class);
    put(BYTE, byte.class, Byte.class);
    put(SHORT, short.class, Short.class);
    put(INT, int.class, Integer.class);
    put(LONG, long.class, Long.class);
    put(FLOAT, float.class, Float.class);
    put(DOUBLE, double.class, Double.class);
    put(DECIMAL, BigDecimal.class, Number.class);
    put(new IntegerType(NumberRange.ANY, BigDecimal::toBigInteger), BigInteger.class);
    put(OptionalType.ofInt(INT), OptionalInt.class);
    put(OptionalType.ofLong(LONG), OptionalLong.class);
    put(OptionalType.ofDouble(DOUBLE), OptionalDouble.class);
    put(
        TextType.pattern("^[A-Z]{3}$", "a currency such as EUR", Currency::getInstance),
        Currency.class);
    put(
        TextType.pattern(
            "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", "a language such as en-GB", ScalarTypes::locale),
        Locale.class);
    put(TextType.format("uuid", "a UUID", ScalarTypes::uuid), UUID.class);
    put(TextType.base64("bytes in base64", Base64.getDecoder()::decode), byte[].class);
    put(
        TextType.format(
            "uri", "a URI with a scheme, and with %-escapes beyond ASCII", ScalarTypes::uri),
        URI.class);
  }

  private ScalarTypes() {}

  static Optional<JsonType> find(Class<?> type) {
    return Optional.ofNullable(ALL.get(type));
  }

  private static void put(JsonType compiled, Class<?>... types) {
    for (Class<?> type : types) {
      ALL.put(type, compiled);
    }
  }

  private static Object uuid(String text) {
    // UUID.fromString also takes "1-1-1-1-1", signs, and dashes elsewhere.
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
  }

  // Locale.forLanguageTag leaves out what it does not understand.
  private static Object locale(String text) {
    try {
      return new Locale.Builder().setLanguageTag(text).build();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(e);
    }
  }

  // By RFC 3986, 3; java.net.URI also takes relative references, and letters beyond ASCII.
  private static Object uri(String text) {
    URI uri = URI.create(text);
    if (!uri.isAbsolute() || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("not a URI");
    }
    return uri;
  }
}
