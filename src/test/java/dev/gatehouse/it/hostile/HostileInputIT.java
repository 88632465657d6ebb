package dev.gatehouse.it.hostile;

import static dev.gatehouse.it.hostile.Wire.bearer;
import static dev.gatehouse.it.hostile.Wire.header;
import static dev.gatehouse.it.hostile.Wire.post;
import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.issuer;
import static dev.gatehouse.support.client.Gatehouse.token;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.server.Server;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After each attack the server answers others, and nothing of the attack is left in it. */
@Deployed
class HostileInputIT {
  private static final String MODERN =
      header("MCP-Protocol-Version", "2026-07-28")
          + header("Mcp-Method", "tools/call")
          + header("Mcp-Name", "echo");

  private static Usage before;

  @Deployment(testable = false)
  static WebArchive war() {
    return Gatehouse.war()
        .addClasses(ProbeTools.class, Usage.class)
        .addAsResource(
            new StringAsset("mcp.limits.body.seconds=5\nmp.config.cache.duration=5\n"),
            "META-INF/microprofile-config.properties");
  }

  @BeforeEach
  void look() throws Exception {
    before = before == null ? Usage.afterwards() : before;
  }

  @AfterEach
  void nothing_is_left() throws Exception {
    assertThat(callTool(token(), "create_todo", "{\"title\":\"x\"}").statusCode()).isEqualTo(200);
    Usage after = Usage.afterwards();
    System.out.println("Hostile: " + before + " -> " + after);
    after.assertNoMoreThan(before);
  }

  @ParameterizedTest
  @EnumSource
  void a_body_that_lies_about_its_end_is_refused_or_ends_the_connection(Framing framing)
      throws Exception {
    Answer answer = Wire.exchange(framing.request(post(bearer(token()))));
    answer.assertHarmless(framing.name());
    if (Framing.cut().contains(framing)) {
      assertThat(answer.status()).isIn(Answer.CLOSED, 400, 408, 413);
    }
    Wire.exchange(framing.request(post())).assertHarmless("stranger, " + framing);
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
    List<Wire> wires = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Wire wire = new Wire();
      wire.write(
          (post(bearer(token())) + header("Content-Length", "9000") + "\r\n{")
              .getBytes(ISO_8859_1));
      wires.add(wire);
    }
    List<Wire> waiting = new ArrayList<>(wires);
    for (int i = 0; i < 480 && !waiting.isEmpty(); i++) {
      Thread.sleep(250);
      for (Wire wire : List.copyOf(waiting)) {
        if (wire.hasAnswer() || !wire.write(new byte[] {' '})) {
          waiting.remove(wire);
        }
      }
    }
    assertThat(waiting).isEmpty();
    for (Wire wire : wires) {
      assertThat(wire.answer().assertHarmless("drip").status()).isIn(Answer.CLOSED, 408);
      wire.close();
    }
  }

  // Here only the server can tell. WildFly can't without ending streams too; see docs/servers.md.
  @Test
  void a_body_that_stops_is_given_up_by_servers_that_can_tell() throws Exception {
    assumeThat(Server.nameUnderTest()).isNotEqualTo("wildfly");
    String head = post(bearer(token())) + header("Content-Length", "9000") + "\r\n{";
    try (Wire one = new Wire();
        Wire other = new Wire()) {
      one.write(head.getBytes(ISO_8859_1));
      other.write(
          head.replace("Content-Length: 9000", "Transfer-Encoding: chunked")
              .replace("\r\n{", "\r\n1\r\n{")
              .getBytes(ISO_8859_1));
      for (Wire wire : List.of(one, other)) {
        Answer answer = wire.answer().assertHarmless("stopped");
        assertThat(answer.status()).isIn(Answer.CLOSED, 400, 408);
      }
    }
  }

  private static void tryAll(List<String> requests) throws Exception {
    SoftAssertions softly = new SoftAssertions();
    for (String request : requests) {
      Answer answer = Wire.exchangeOpen(request.getBytes(ISO_8859_1));
      String start = request.substring(0, Math.min(request.length(), 400));
      softly.assertThatCode(() -> answer.assertHarmless(start)).doesNotThrowAnyException();
    }
    softly.assertAll();
  }

  @Test
  void request_lines_of_any_kind_get_a_status_or_none() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    for (String request : HostileHeads.lines(token())) {
      Answer answer = Wire.exchangeOpen(request.getBytes(ISO_8859_1));
      String start = request.substring(0, Math.min(request.length(), 100));
      softly.assertThatCode(() -> answer.assertPlatform(start)).doesNotThrowAnyException();
    }
    softly.assertAll();
    for (String request : HostileHeads.withoutPath()) {
      Wire.exchangeOpen(request.getBytes(ISO_8859_1)).assertNoStackTrace(request);
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
            .map(header -> new String(Wire.request(head + header, body), ISO_8859_1))
            .toList());
  }

  @Test
  void headers_of_any_number_or_length_are_refused() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    for (String headers : HostileHeads.many(token())) {
      String request = new String(Wire.request(post(headers), new byte[0]), ISO_8859_1);
      Answer answer = Wire.exchangeOpen(request.getBytes(ISO_8859_1));
      String start = headers.length() + " " + headers.substring(0, Math.min(headers.length(), 80));
      softly.assertThatCode(() -> answer.assertHarmless(start)).doesNotThrowAnyException();
      softly.assertThat(answer.status()).as(start).isIn(Answer.CLOSED, 400, 401, 413, 431);
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "deflate", "br", "gzip, gzip", "zstd", "mess"})
  void a_coded_body_is_refused_unread(String coding) throws Exception {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(Framing.PING.getBytes(ISO_8859_1));
      gzip.write(" ".repeat(64 << 20).getBytes(ISO_8859_1));
    }
    var small = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(small)) {
      gzip.write(Framing.PING.getBytes(ISO_8859_1));
    }
    String head = post(bearer(token()), header("Content-Encoding", coding));
    for (byte[] body :
        List.of(bomb.toByteArray(), small.toByteArray(), Framing.PING.getBytes(ISO_8859_1))) {
      Answer answer = Wire.exchangeOpen(Wire.request(head, body)).assertHarmless(coding);
      assertThat(answer.status()).isIn(400, 413, 415);
    }
  }

  @Test
  void messages_of_any_shape_get_an_answer_in_utf_8() throws Exception {
    String session = Gatehouse.session(token());
    String[] heads = {
      post(bearer(token()), MODERN), post(bearer(token()), header("Mcp-Session-Id", session))
    };
    SoftAssertions softly = new SoftAssertions();
    for (byte[] message : HostileMessages.all()) {
      for (String head : heads) {
        Answer answer = Wire.exchangeOpen(Wire.request(head, message));
        String what = new String(message, 0, Math.min(message.length, 300), ISO_8859_1);
        softly.assertThatCode(() -> answer.assertHarmless(what)).doesNotThrowAnyException();
        softly.assertThat(answer.status()).as(what).isIn(200, 202, 400, 404, 413);
        softly.assertThatCode(answer::body).as(what).doesNotThrowAnyException();
      }
    }
    Gatehouse.send(
        Gatehouse.request("/mcp")
            .header("Authorization", "Bearer " + token())
            .header("Mcp-Session-Id", session)
            .DELETE());
    softly.assertAll();
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
  void forged_key_ids_by_the_thousand_are_cheap() throws Exception {
    String[] token = token().split("\\.");
    Usage start = Usage.now();
    long fetches = issuer().keys().fetches();
    long began = System.nanoTime();
    for (int i = 0; i < 3000; i++) {
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
