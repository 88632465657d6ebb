package dev.gatehouse.it.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What came back: the status, or {@link #CLOSED}; the whole text, a character for each byte. */
record Answer(int status, String text) {
  /** The server closed the connection without a word. */
  static final int CLOSED = 0;

  private static final List<Integer> DOCUMENTED =
      List.of(
          CLOSED, 200, 202, 204, 302, 400, 401, 403, 404, 405, 406, 408, 411, 413, 414, 415, 417,
          429, 431);
  private static final Pattern STACK_TRACE = Pattern.compile("\\sat [\\w.$/@]+\\(");
  private static final Pattern INSIDES =
      Pattern.compile(
          "\\sat [\\w.$/@]+\\(|[a-z]Exception\\b|\\b[A-Z]\\w+Error\\b|dev\\.gatehouse|java\\.\\w+\\.|jakarta\\.\\w+\\."
              + "|org\\.(glassfish|jboss|wildfly|apache|eclipse)|io\\.undertow|com\\.ibm");

  static Answer of(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    // A final answer may come after an interim one.
    while (text.startsWith("HTTP/1.1 1")) {
      text = text.substring(text.indexOf("\r\n\r\n") + 4);
    }
    // HTTP/0.9 has no status.
    boolean status = text.startsWith("HTTP/");
    return new Answer(status ? Integer.parseInt(text.split(" ", 3)[1]) : CLOSED, text);
  }

  /** A documented status, and nothing of what is inside. */
  Answer assertHarmless(String cause) {
    assertThat(status).as(cause + " -> " + text).isIn(DOCUMENTED);
    return assertDiscreet(cause);
  }

  /** Nothing of what is inside. */
  private Answer assertDiscreet(String cause) {
    assertThat(text).as(cause).doesNotContainPattern(INSIDES);
    return this;
  }

  /** A page of the server's own may name its product and an exception, but shows no stack trace. */
  void assertNoStackTrace(String cause) {
    assertThat(text).as(cause).doesNotContainPattern(STACK_TRACE);
  }

  /** The same, with a documented status, or 505 for what is no version of HTTP. */
  void assertPlatform(String cause) {
    assertThat(status).as(cause + " -> " + text).matches(s -> s == 505 || DOCUMENTED.contains(s));
    assertNoStackTrace(cause);
  }

  /** The body, which must be UTF-8. */
  String body() throws CharacterCodingException {
    byte[] bytes = text.substring(text.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1);
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
