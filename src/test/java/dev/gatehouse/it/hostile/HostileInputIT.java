package dev.gatehouse.it.hostile;

import static dev.gatehouse.it.hostile.Wire.bearer;
import static dev.gatehouse.it.hostile.Wire.header;
import static dev.gatehouse.it.hostile.Wire.post;
import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.issuer;
import static dev.gatehouse.support.client.Gatehouse.token;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Deployed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After each attack the server answers others, and nothing of the attack is left in it. */
@Deployed
@Order(ProbeWar.ORDER)
class HostileInputIT {
  private static final String MODERN =
      header("MCP-Protocol-Version", "2026-07-28")
          + header("Mcp-Method", "tools/call")
          + header("Mcp-Name", "echo");

  private static final byte[] BOMB = gzip(64 << 20);

  private static Usage before;

  @Deployment(testable = false)
  static WebArchive war() {
    return ProbeWar.get();
  }

  @BeforeEach
  void look() throws Exception {
    before = before == null ? Usage.alive() : before;
  }

  @AfterEach
  void nobody_is_left() throws Exception {
    assertThat(callTool(token(), "create_todo", "{\"title\":\"x\"}").statusCode()).isEqualTo(200);
    Usage.afterwards().assertNoMoreThan(before);
  }

  @AfterAll
  static void nothing_is_left() throws Exception {
    Usage after = Usage.alive();
    System.out.println("Hostile: " + before + " -> " + after);
    after.assertNoMoreThan(before, 64);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "label;{'text':'abcdef'};true",
        "label;{'text':' '};true",
        "label;{'text':'abc'};false",
        "label;{};false",
        "lines;{'lines':[{'text':''}]};true",
        "lines;{'lines':[{'text':'a'}]};false"
      })
  void a_constraint_holds_where_a_bean_has_none_but_on_type_arguments(
      String tool, String arguments, boolean refused) throws Exception {
    String body = callTool(token(), tool, arguments.replace('\'', '"')).body();
    assertThat(body).contains("\"isError\":" + refused);
  }

  @ParameterizedTest
  @EnumSource
  void a_body_that_lies_about_its_end_is_refused_or_ends_the_connection(Framing framing)
      throws Exception {
    Answer answer = Unfinished.all().toCaller(framing).assertHarmless(framing.name());
    if (Framing.cut().contains(framing)) {
      assertThat(answer.status()).isIn(Answer.CLOSED, 400, 408, 413);
    }
    Unfinished.all().toStranger(framing).assertHarmless("stranger, " + framing);
  }

  // WildFly ends the body there, so that the proxy in front may see one request where it sees two.
  @ParameterizedTest
  @ValueSource(strings = {"4000000000000000", "7fffffffffffffff", "ffffffffffffffff"})
  void what_follows_a_chunk_of_any_size_needs_a_token_of_its_own(String size) throws Exception {
    String head = post(bearer(token())).replace("Connection: close\r\n", "");
    try (Wire wire = new Wire()) {
      wire.write(
          (head + Framing.CHUNKED + "\r\n" + size + "\r\n" + Framing.PING).getBytes(ISO_8859_1));
      Thread.sleep(500);
      wire.write(Wire.request(post(), Framing.PING.getBytes(ISO_8859_1)));
      wire.end();
      String text = wire.answer().assertHarmless(size).text();
      assertThat(text.split("HTTP/1.1 200")).as(text).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void a_body_that_drips_is_given_up() throws Exception {
    List<Answer> answers = Unfinished.all().dripped();
    assertThat(answers).hasSize(20);
    for (Answer answer : answers) {
      assertThat(answer.assertHarmless("drip").status()).isIn(Answer.CLOSED, 408);
    }
  }

  // Here only the server can tell. WildFly can't without ending streams too; see docs/servers.md.
  @Test
  void a_body_that_stops_is_given_up_by_servers_that_can_tell() throws Exception {
    assumeThat(Framing.isEndNoticed()).isTrue();
    List<Answer> answers = Unfinished.all().stopped();
    assertThat(answers).hasSize(2);
    for (Answer answer : answers) {
      assertThat(answer.assertHarmless("stopped").status()).isIn(Answer.CLOSED, 400, 408);
    }
  }

  /** Sends them side by side, and holds each answer against what is right for its request. */
  private static void tryAll(List<byte[]> requests, BiConsumer<Answer, String> right)
      throws Exception {
    List<Answer> answers = SideBySide.exchangeOpen(requests);
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < requests.size(); i++) {
      byte[] request = requests.get(i);
      Answer answer = answers.get(i);
      String start = new String(request, 0, Math.min(request.length, 400), ISO_8859_1);
      softly.assertThatCode(() -> right.accept(answer, start)).doesNotThrowAnyException();
    }
    softly.assertAll();
  }

  private static List<byte[]> bytes(List<String> requests) {
    return requests.stream().map(request -> request.getBytes(ISO_8859_1)).toList();
  }

  @Test
  void request_lines_of_any_kind_get_a_status_or_none() throws Exception {
    tryAll(bytes(HostileHeads.lines(token())), HostileInputIT::assertPlatform);
    tryAll(bytes(HostileHeads.withoutPath()), Answer::assertNoStackTrace);
  }

  private static void assertPlatform(Answer answer, String start) {
    String line = start.lines().findFirst().orElse("");
    if (answer.status() == 503 && line.contains(":") && Framing.isColonRefused()) {
      answer.assertNoStackTrace(start);
    } else {
      answer.assertPlatform(start);
    }
  }

  static List<String> headerNames() {
    return HostileHeads.NAMES;
  }

  @ParameterizedTest
  @MethodSource("headerNames")
  void a_header_of_any_value_is_read_or_refused(String name) throws Exception {
    String head = HostileHeads.head(post(bearer(token())), name);
    byte[] body = Framing.PING.getBytes(ISO_8859_1);
    tryAll(
        HostileHeads.headers(name).stream()
            .map(header -> Wire.request(head + header, body))
            .toList(),
        Answer::assertHarmless);
  }

  @Test
  void headers_of_any_number_or_length_are_refused() throws Exception {
    tryAll(
        HostileHeads.many(token()).stream()
            .map(headers -> Wire.request(post(headers), new byte[0]))
            .toList(),
        (answer, start) ->
            assertThat(answer.assertHarmless(start).status())
                .isIn(Answer.CLOSED, 400, 401, 413, 431));
  }

  private static byte[] gzip(int spaces) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Framing.PING.getBytes(ISO_8859_1));
      gzip.write(" ".repeat(spaces).getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "deflate", "br", "gzip, gzip", "zstd", "mess"})
  void a_coded_body_is_refused_unread(String coding) throws Exception {
    String head = post(bearer(token()), header("Content-Encoding", coding));
    tryAll(
        Stream.of(BOMB, gzip(0), Framing.PING.getBytes(ISO_8859_1))
            .map(body -> Wire.request(head, body))
            .toList(),
        (answer, start) -> assertThat(answer.assertHarmless(start).status()).isIn(400, 413, 415));
  }

  @Test
  void messages_of_any_shape_get_an_answer_in_utf_8() throws Exception {
    String session = Gatehouse.session(token());
    String[] heads = {
      post(bearer(token()), MODERN), post(bearer(token()), header("Mcp-Session-Id", session))
    };
    for (String head : heads) {
      tryAll(
          HostileMessages.all().stream().map(message -> Wire.request(head, message)).toList(),
          (answer, start) -> {
            assertThat(answer.assertHarmless(start).status()).isIn(200, 202, 400, 404, 413);
            assertThatCode(answer::body).doesNotThrowAnyException();
          });
    }
    Gatehouse.send(
        Gatehouse.request("/mcp")
            .header("Authorization", "Bearer " + token())
            .header("Mcp-Session-Id", session)
            .DELETE());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\\ud800\"", "\"\\udc00x\\ud800\"", "\"\\u0000\""})
  void events_are_utf_8_whatever_they_repeat(String value) throws Exception {
    Answer answer =
        Wire.exchangeOpen(
            Wire.request(
                post(bearer(token()), MODERN),
                HostileMessages.call("1", "\"x\"", value).getBytes(ISO_8859_1)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"result\"");
  }

  @Test
  void a_thousand_forged_key_ids_are_cheap() throws Exception {
    String[] token = token().split("\\.");
    Usage start = Usage.now();
    long fetches = issuer().keys().fetches();
    long began = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      String head = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"snk_flood_" + i + "\"}";
      String forged =
          Base64.getUrlEncoder().withoutPadding().encodeToString(head.getBytes(ISO_8859_1))
              + "."
              + token[1]
              + "."
              + token[2];
      assertThat(Gatehouse.list(forged).statusCode()).isEqualTo(401);
    }
    long tens = (System.nanoTime() - began) / 10_000_000_000L;
    assertThat(issuer().keys().fetches() - fetches).isLessThanOrEqualTo(tens + 2);
    assertThat(Usage.now().lines() - start.lines()).isLessThan((int) (tens / 6 + 1) * 20 + 20);
  }

  @Test
  void clients_that_vanish_leave_nothing() throws Exception {
    String call =
        HostileMessages.call("1", "\"x\"", "1")
            .replace("echo", "linger")
            .replace("{\"text\":\"x\"}", "{}");
    String head = post(bearer(token()), MODERN.replace("echo", "linger"));
    byte[] request = Wire.request(head, call.getBytes(ISO_8859_1));
    for (int i = 1; i < request.length; i += 37) {
      byte[] part = Arrays.copyOf(request, i);
      try (Wire reset = new Wire();
          Wire closed = new Wire();
          Wire half = new Wire()) {
        reset.write(part);
        reset.reset();
        closed.write(part);
        half.write(part);
        half.end();
      }
    }
    for (int i = 0; i < 10; i++) {
      try (Wire reset = new Wire();
          Wire half = new Wire()) {
        reset.write(request);
        half.write(request);
        half.end();
        assertThat(reset.read()).isPositive();
        half.read();
        reset.reset();
      }
    }
  }
}
