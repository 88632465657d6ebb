package dev.gatehouse.mcp.call;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{'a':1,'b':[true,null]} | {'b':[ true , null ],'a':1}",
        "{'a':{'x':1,'y':2}} | {'a':{'y':2,'x':1}}",
        "1 | 1.0",
        "1 | 10e-1",
        "100 | 1e2",
        "0 | 0.00",
        "0 | -0",
        "0 | 0e5",
        "-1.5 | -15E-1",
        "1e999999999 | 10e999999998",
        "10e2147483647 | 10e2147483647",
        "'é' | '\\u00e9'",
        "'a/b' | 'a\\/b'"
      })
  void one_value_has_one_text(String one, String other) {
    assertThat(text(one)).isEqualTo(text(other)).matches("\\p{ASCII}+");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{'a':1} | {'a':'1'}",
        "{'a':1} | {'a':2}",
        "{'a':1} | {'b':1}",
        "{} | []",
        "{} | {'a':null}",
        "[1,2] | [2,1]",
        "[1,2] | [12]",
        "[[1],2] | [[1,2]]",
        "['a','b'] | ['a,b']",
        "['a\\',\\'b'] | ['a','b']",
        "true | 'TRUE'",
        "true | false",
        "null | 'NULL'",
        "'\\ud800' | '\\ud801'",
        "'\\ud800' | '?'",
        "'é' | 'e\\u0301'",
        "'é' | '\\\\u00e9'",
        "1 | -1",
        "1 | 1.0000000000000000000000001",
        "9007199254740993 | 9007199254740992",
        "1e5 | 1e-5"
      })
  void different_values_have_different_texts(String one, String other) {
    assertThat(text(one)).isNotEqualTo(text(other));
    assertThat(CanonicalJson.digest(json(one))).isNotEqualTo(CanonicalJson.digest(json(other)));
  }

  @Test
  void the_text_is_fixed() {
    assertThat(text("{'b':[1.50,'x\\n'],'a':true}"))
        .isEqualTo("{\"a\":TRUE,\"b\":[15E-1,\"x\\u000a\",],}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100e2147483647", "1e-2147483647"})
  void an_absurd_exponent_does_no_harm(String number) {
    assertThat(CanonicalJson.text(Json.createValue(new BigDecimal(number)))).hasSizeLessThan(20);
  }

  @Test
  void the_digest_is_sha_256() {
    assertThat(CanonicalJson.digest(json("{}")))
        .isEqualTo("RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o");
  }

  private static String text(String json) {
    return CanonicalJson.text(json(json));
  }

  private static JsonValue json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readValue();
    }
  }
}
