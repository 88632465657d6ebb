package dev.gatehouse.it.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** Bodies that are no message, or a message with something odd in every place. */
final class HostileMessages {
  private static final String META =
      "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}";
  private static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":ID,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\","
          + "\"arguments\":{\"text\":TEXT},\"_meta\":{\"progressToken\":TOKEN,"
          + META
          + "}}}";
  private static final String DEEP = "[".repeat(100_000) + "]".repeat(100_000);

  /** Characters stand for bytes, so that what is no UTF-8 can be written. */
  static final List<String> VALUES =
      List.of(
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"a\\u0000b\"",
          "\"\u0000\"",
          "\"\u00ff\u00fe\"",
          "\"\u00c0\u00af\"",
          "\"\u00ed\u00a0\u0080\"",
          "\"\u00f4\u0090\u0080\u0080\"",
          "1e99999999999",
          "-1e-99999999999",
          "9".repeat(100_000),
          "0." + "3".repeat(100_000),
          "1E400",
          "NaN",
          "-0",
          "\"" + "x".repeat(200_000) + "\"",
          "\"\\n\\u2028\\u2029</script>\"",
          "null",
          "{\"a\":1,\"a\":2}",
          "{\"__proto__\":{\"x\":1}}",
          DEEP,
          "{\"a\":".repeat(100_000));

  private HostileMessages() {}

  static String call(String id, String text, String token) {
    return CALL.replace("ID", id).replace("TEXT", text).replace("TOKEN", token);
  }

  static List<byte[]> all() {
    List<String> all = new ArrayList<>(VALUES);
    for (String value : VALUES) {
      all.add(call(value, "\"x\"", "1"));
      all.add(call("1", value, "1"));
      all.add(call("1", "\"x\"", value));
      all.add(call("1", "\"x\"", "1").replace("\"2.0\"", value));
      all.add(call("1", "\"x\"", "1").replace("\"tools/call\"", value));
      all.add(call("1", "\"x\"", "1").replace("\"echo\"", value));
      all.add(call("1", "\"x\"", "1").replace("\"2026-07-28\"", value));
      all.add(call("1", "\"x\"", "1").replace("\"text\":", value + ":1,\"text\":"));
      all.add(
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":" + value + "}");
      all.add("{\"jsonrpc\":\"2.0\",\"id\":" + value + ",\"result\":{}}");
      all.add("[" + value + "]");
    }
    all.add("");
    all.add("\u00ef\u00bb\u00bf" + call("1", "\"x\"", "1"));
    all.add(call("1", "\"x\"", "1") + "}");
    all.add(call("1", "\"x\"", "1").replace("{\"jsonrpc\"", "{\"id\":2,\"jsonrpc\""));
    all.add("[" + (call("1", "\"x\"", "1") + ",").repeat(51) + "1]");
    all.add("[" + "1,".repeat(500_000) + "1]");
    return all.stream().map(text -> text.getBytes(ISO_8859_1)).toList();
  }
}
