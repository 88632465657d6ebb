package dev.gatehouse.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written needs no array but its own. */
class UsualSizeTest {
  private static JsonObject read(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\":[]}",
        "{\"a\":[{},[],\"\",true,false,null]}",
        "{\"id\":100000,\"price\":-12.50,\"large\":9007199254740993}"
      })
  void it_is_the_size_where_nothing_is_escaped(String json) {
    JsonObject value = read(json);
    assertThat(UsualSize.of(value)).isEqualTo(JsonBytes.of(value).length);
  }

  @Test
  void so_it_is_for_json_in_the_text_of_json() {
    String todo = "{\"title\":\"a\",\"completed\":false}";
    JsonObject inner =
        read("{\"todos\":[" + String.join(",", Collections.nCopies(20, todo)) + "]}");
    JsonObject outer =
        Json.createObjectBuilder()
            .add("text", JsonBytes.text(inner))
            .add("structured", JsonBytes.prepared(inner))
            .build();
    assertThat(UsualSize.of(outer)).isEqualTo(JsonBytes.of(outer).length);
  }
}
