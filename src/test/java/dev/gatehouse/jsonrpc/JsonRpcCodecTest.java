package dev.gatehouse.jsonrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRpcCodecTest {
  private final JsonRpcCodec codec = new JsonRpcCodec();

  @Test
  void a_request_keeps_the_type_of_its_id() throws Exception {
    assertThat(id("1")).isEqualTo("1");
    assertThat(id("\"1\"")).isEqualTo("\"1\"");
    assertThat(id("123456789012345678901234567890")).isEqualTo("123456789012345678901234567890");
  }

  private String id(String json) throws JsonRpcException {
    var request =
        (JsonRpcMessage.Request)
            parse("{\"jsonrpc\":\"2.0\",\"id\":" + json + ",\"method\":\"ping\"}");
    return JsonRpcCodec.answer(request.id(), request.params()).get("id").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\ud800\"", "\"a\\udc00b\"", "\"\\udc00\\ud800\""})
  void an_id_that_cannot_be_echoed_in_utf_8_is_an_invalid_request(String id) {
    assertThat(code("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}"))
        .isEqualTo(-32600);
  }

  @Test
  void an_id_with_a_surrogate_pair_is_echoed() throws Exception {
    assertThat(id("\"\\ud83d\\ude00\"")).isEqualTo("\"\ud83d\ude00\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2003", "\u000b", "\u000c", "\u001c", "\u2028", "\ufeff"})
  void only_the_whitespace_of_json_may_stand_around_a_message(String space) throws Exception {
    String message = "{\"jsonrpc\":\"2.0\",\"method\":\"x\"}";
    assertThat(code(message + space)).isEqualTo(-32700);
    assertThat(code(space + message)).isEqualTo(-32700);
    assertThat(parse(" \t\r\n" + message + " \t\r\n"))
        .isInstanceOf(JsonRpcMessage.Notification.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1.5", "1.0", "1e3", "{}", "[]", "true"})
  void an_id_that_is_no_string_and_no_integer_is_an_invalid_request(String id) {
    assertThat(code("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}"))
        .isEqualTo(-32600);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "\"text\"",
        "{}",
        "[]",
        "[[]]",
        "{\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}"
      })
  void json_that_is_no_message_is_an_invalid_request(String body) {
    assertThat(code(body)).isEqualTo(-32600);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "nonsense",
        "{\"a\":1,}",
        "{\"a\":1}{}",
        "{\"a\":1,\"a\":2}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\",\"method\":\"b\"}"
      })
  void what_is_not_json_is_a_parse_error(String body) {
    assertThat(code(body)).isEqualTo(-32700);
  }

  @Test
  void bytes_that_are_not_utf_8_are_a_parse_error() {
    byte[] body = "{\"jsonrpc\":\"2.0\",\"method\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatExceptionOfType(JsonRpcException.class)
        .isThrownBy(() -> codec.parse(body))
        .matches(e -> e.error().code() == -32700);
  }

  @Test
  void nesting_is_bounded_before_it_is_parsed() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(code(deep)).isEqualTo(-32700);
    assertThat(code("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}")).isEqualTo(-32700);
    assertThat(code("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}")).isEqualTo(-32600);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"params\":{\"n\":%s}", "\"id\":%s"})
  void a_number_of_absurd_length_is_refused(String member) {
    String body = "{\"jsonrpc\":\"2.0\",\"method\":\"x\"," + member + "}";
    assertThat(code(body.formatted("9".repeat(100_000)))).isEqualTo(-32700);
    assertThat(code(body.formatted("1." + "9".repeat(100_000)))).isEqualTo(-32700);
  }

  @Test
  void brackets_inside_strings_do_not_nest() throws Exception {
    String text = "[{".repeat(100) + "\\\"" + "[".repeat(100);
    assertThat(parse("{\"jsonrpc\":\"2.0\",\"method\":\"" + text + "\"}"))
        .isInstanceOf(JsonRpcMessage.Notification.class);
  }

  @Test
  void a_batch_is_bounded() {
    String one = "{\"jsonrpc\":\"2.0\",\"method\":\"x\"},";
    assertThat(code("[" + one.repeat(50) + one.replace("},", "}") + "]")).isEqualTo(-32600);
  }

  @Test
  void a_reply_has_a_result_or_an_error_and_no_method() throws Exception {
    assertThat(parse("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"))
        .isInstanceOf(JsonRpcMessage.Reply.class);
    assertThat(parse("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{}}"))
        .isInstanceOf(JsonRpcMessage.Reply.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"method\":null,\"params\":null,\"result\":{},\"error\":null",
        "\"method\":null,\"result\":null,\"error\":{}",
        "\"result\":null",
        "\"error\":null"
      })
  void a_method_that_is_null_is_absent_from_a_reply(String members) throws Exception {
    assertThat(parse("{\"jsonrpc\":\"2.0\",\"id\":1," + members + "}"))
        .isInstanceOf(JsonRpcMessage.Reply.class);
  }

  @Test
  void a_result_or_an_error_that_is_null_makes_no_reply_of_a_request() throws Exception {
    String nothing = ",\"result\":null,\"error\":null}";
    assertThat(parse("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"" + nothing))
        .isInstanceOf(JsonRpcMessage.Request.class);
    assertThat(code("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":null}")).isEqualTo(-32600);
  }

  @Test
  void an_error_echoes_the_id_where_it_could_be_read() {
    var refusal =
        catchThrowableOfType(
            JsonRpcException.class, () -> parse("{\"jsonrpc\":\"2.0\",\"id\":\"a\"}"));
    assertThat(refusal.error().answer(refusal.id()).getString("id")).isEqualTo("a");
  }

  private JsonRpcMessage parse(String body) throws JsonRpcException {
    return codec.parse(body.getBytes(StandardCharsets.UTF_8));
  }

  private int code(String body) {
    return catchThrowableOfType(JsonRpcException.class, () -> parse(body)).error().code();
  }
}
