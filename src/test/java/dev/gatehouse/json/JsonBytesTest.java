package dev.gatehouse.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JsonBytesTest {
  private static final JsonObject OBJECT =
      Json.createObjectBuilder()
          .add("text", "a \"b\" \\ / \b\f\n\r\t \u0000 \u001f \u007f é € 𝄞")
          .add("ключ \"\n", JsonValue.NULL)
          .add("numbers", Json.createArrayBuilder(List.of(0, -1, Long.MIN_VALUE, 1.5)))
          .add("large", new BigDecimal("12345678901234567890.0123456789"))
          .add("truths", Json.createArrayBuilder(List.of(true, false)))
          .add("nothing", Json.createObjectBuilder().add("in", Json.createArrayBuilder()))
          .add("empty", Json.createObjectBuilder())
          .build();

  private static JsonObject read(byte[] bytes) {
    return Json.createReader(new StringReader(new String(bytes, UTF_8))).readObject();
  }

  @Test
  void the_bytes_are_those_of_the_text_that_the_server_writes() {
    assertThat(JsonBytes.of(OBJECT)).isEqualTo(OBJECT.toString().getBytes(UTF_8));
    assertThat(JsonBytes.text(OBJECT)).isEqualTo(OBJECT.toString());
    assertThat(read(JsonBytes.of(OBJECT))).isEqualTo(OBJECT);
  }

  @Test
  void so_they_are_for_each_character_and_for_halves_of_characters() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      String text =
          random
              .ints(500, 0, 0x10000)
              .mapToObj(c -> String.valueOf((char) (c % (c % 3 == 0 ? 0x100 : 0x10000))))
              .collect(Collectors.joining());
      String alone = "\ud834" + text + "\udd1e\ud834";
      JsonValue value = Json.createValue(alone);
      assertThat(JsonBytes.of(value)).isEqualTo(value.toString().getBytes(UTF_8));
    }
  }

  @Test
  void what_is_prepared_is_the_same_value() {
    JsonObject prepared = JsonBytes.prepared(OBJECT).asJsonObject();
    assertThat(prepared).isEqualTo(OBJECT).hasToString(OBJECT.toString());
    assertThat(OBJECT).isEqualTo(prepared).hasSameHashCodeAs(prepared);
    assertThat(prepared.getString("text")).isEqualTo(OBJECT.getString("text"));
    assertThat(prepared.isNull("ключ \"\n")).isTrue();
    assertThat(prepared.getJsonNumber("large")).isEqualTo(OBJECT.getJsonNumber("large"));
    assertThat(prepared.getInt("none", 7)).isEqualTo(7);
    JsonArray array = JsonBytes.prepared(OBJECT.getJsonArray("numbers")).asJsonArray();
    assertThat(array).isEqualTo(OBJECT.getJsonArray("numbers"));
    assertThat(array.getInt(1)).isEqualTo(-1);
    assertThat(JsonBytes.prepared(JsonValue.TRUE)).isEqualTo(JsonValue.TRUE);
  }

  @Test
  void what_is_prepared_is_written_as_a_part_of_others_by_us_and_by_the_server() {
    JsonObject whole = whole(OBJECT, OBJECT.getJsonArray("numbers"));
    JsonObject spliced =
        whole(JsonBytes.prepared(OBJECT), JsonBytes.prepared(OBJECT.getJsonArray("numbers")));
    assertThat(JsonBytes.of(spliced)).isEqualTo(JsonBytes.of(whole));
    assertThat(spliced).hasToString(whole.toString());
    assertThat(JsonBytes.of(JsonBytes.prepared(spliced))).isEqualTo(JsonBytes.of(whole));
  }

  private static JsonObject whole(JsonValue object, JsonValue array) {
    return Json.createObjectBuilder()
        .add("before", 1)
        .add("object", object)
        .add("array", array)
        .add("after", 2)
        .build();
  }
}
