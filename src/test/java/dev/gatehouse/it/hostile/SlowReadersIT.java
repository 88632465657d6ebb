package dev.gatehouse.it.hostile;

import static dev.gatehouse.it.hostile.Wire.bearer;
import static dev.gatehouse.it.hostile.Wire.header;
import static dev.gatehouse.it.hostile.Wire.post;
import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.token;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Deployed;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that read slowly, not at all, or come back: each costs itself alone. */
@Deployed
@Order(ProbeWar.ORDER)
class SlowReadersIT {
  private static final HttpClient HTTP = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private static final Pattern LINE = Pattern.compile("line ([0-9]+) ");

  // Together more than any socket takes that nobody reads.
  private static final int LINES = 3_000;
  private static final int WIDTH = 4_000;

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
    Usage.afterwards().assertNoMoreThan(before);
  }

  @AfterAll
  static void nothing_is_left() throws Exception {
    Usage after = Usage.alive();
    System.out.println("Slow readers: " + before + " -> " + after);
    // A server keeps more for a while; see docs/servers.md.
    after.assertNoMoreThan(before, 128);
  }

  private static int number(String tool) throws Exception {
    return Integer.parseInt(
        json(callTool(token(), tool, "{}"))
            .getJsonObject("result")
            .getJsonArray("content")
            .getJsonObject(0)
            .getString("text"));
  }

  private static void await(String tool, int atLeast) throws Exception {
    for (int i = 0; i < 240 && number(tool) < atLeast; i++) {
      Thread.sleep(250);
    }
    assertThat(number(tool)).isGreaterThanOrEqualTo(atLeast);
  }

  /** A connection whose client takes as little as the network lets it. */
  private static Socket request(String request) throws Exception {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(1024);
    socket.connect(new InetSocketAddress(Wire.URL.getHost(), Wire.URL.getPort()));
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    return socket;
  }

  private static String chatter(String session, int lines, int width, int characters) {
    String message =
        """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"chatter",\
        "arguments":{"lines":%d,"width":%d,"characters":%d}}}"""
            .formatted(lines, width, characters);
    return new String(
        Wire.request(
            post(bearer(token()), header("Mcp-Session-Id", session)), message.getBytes(ISO_8859_1)),
        ISO_8859_1);
  }

  private static String modern(String tool, String arguments) {
    String message = HostileMessages.call("1", "\"x\"", "1");
    String body =
        message
            .replace("\"name\":\"echo\"", "\"name\":\"" + tool + "\"")
            .replace("{\"text\":\"x\"}", arguments)
            .replace(
                "\"progressToken\"",
                "\"io.modelcontextprotocol/logLevel\":\"info\",\"progressToken\"");
    return new String(
        Wire.request(
            post(
                bearer(token()),
                header("MCP-Protocol-Version", "2026-07-28"),
                header("Mcp-Method", "tools/call"),
                header("Mcp-Name", tool)),
            body.getBytes(ISO_8859_1)),
        ISO_8859_1);
  }

  private static HttpRequest.Builder resume(String session, String last) {
    return Gatehouse.request("/mcp")
        .header("Authorization", "Bearer " + token())
        .header("Accept", "text/event-stream")
        .header("Mcp-Session-Id", session)
        .header("Last-Event-ID", last);
  }

  private static void end(String session) throws Exception {
    Gatehouse.send(
        Gatehouse.request("/mcp")
            .header("Authorization", "Bearer " + token())
            .header("Mcp-Session-Id", session)
            .DELETE());
  }

  private static List<Integer> lines(List<String> events) {
    return events.stream()
        .flatMap(event -> LINE.matcher(event).results())
        .map(found -> Integer.parseInt(found.group(1)))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"200, 10", "5000, 10", "10, 140000", "0, 4000000"})
  void a_client_that_was_away_gets_every_event_and_the_answer(int lines, int characters)
      throws Exception {
    String session = Gatehouse.session(token());
    int chats = number("chats");
    request(chatter(session, lines, 0, characters)).close();
    await("chats", chats + 1);
    List<String> events;
    try (Stream<String> read =
        HTTP.send(resume(session, "1-0").build(), BodyHandlers.ofLines()).body()) {
      events = read.filter(line -> line.startsWith("data: {")).toList();
    }
    assertThat(lines(events)).isEqualTo(IntStream.rangeClosed(1, lines).boxed().toList());
    assertThat(events.get(events.size() - 1))
        .contains("\"result\"", "x".repeat(characters))
        .hasSizeGreaterThan(characters);
    end(session);
  }

  @Test
  void a_reader_of_a_byte_a_second_holds_up_nobody_else() throws Exception {
    int chats = number("chats");
    String arguments = "{\"lines\":%d,\"width\":%d,\"characters\":10}".formatted(LINES, WIDTH);
    try (Socket slow = request(modern("chatter", arguments))) {
      assertThat(slow.getInputStream().read()).isEqualTo('H');
      List<Future<Integer>> others = new ArrayList<>();
      try (SideBySide threads = new SideBySide()) {
        for (int i = 0; i < 200; i++) {
          others.add(
              threads.start(() -> callTool(token(), "echo", "{\"text\":\"x\"}").statusCode()));
        }
        assertThat(slow.getInputStream().read()).isEqualTo('T');
      }
      assertThat(SideBySide.all(others)).hasSize(200).containsOnly(200);
      // Nor does the tool wait for it.
      await("chats", chats + 1);
    }
  }

  @Test
  void one_dead_stream_that_is_resumed_hundreds_of_times_blocks_nobody() throws Exception {
    String session = Gatehouse.session(token());
    String get =
        "GET /mcp HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n"
            .formatted(Wire.URL.getAuthority());
    String resume =
        get
            + bearer(token())
            + header("Mcp-Session-Id", session)
            + header("Last-Event-ID", "1-0")
            + "\r\n";
    int chats = number("chats");
    List<Socket> dead = new ArrayList<>();
    dead.add(request(chatter(session, LINES, WIDTH, 1_000_000)));
    await("chats", chats + 1);
    for (int i = 0; i < 300; i++) {
      dead.add(request(resume));
    }
    for (int i = 0; i < 50; i++) {
      var metadata = Gatehouse.request("/.well-known/oauth-protected-resource/mcp");
      assertThat(Gatehouse.send(metadata).statusCode()).isEqualTo(200);
      assertThat(callTool(token(), "echo", "{\"text\":\"x\"}").statusCode()).isEqualTo(200);
    }
    // Of its connections, a few wait to be left, and the others were refused.
    assertThat(Usage.now().held()).isLessThan(10);
    for (Socket socket : dead) {
      socket.close();
    }
    end(session);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_an_author_does_on_cancellation_holds_up_nobody_else(boolean sleeps) throws Exception {
    int cancels = number("cancels");
    String arguments = "{\"sleeps\":" + sleeps + "}";
    for (int i = 0; i < 5; i++) {
      Socket leaving = request(modern("stubborn", arguments));
      leaving.getInputStream().read();
      leaving.close();
    }
    for (int i = 0; i < 50; i++) {
      assertThat(callTool(token(), "echo", "{\"text\":\"x\"}").statusCode()).isEqualTo(200);
    }
    await("cancels", cancels + 5);
    // The keep-alive of others goes on: one more client that leaves is noticed.
    Socket leaving = request(modern("stubborn", arguments));
    leaving.getInputStream().read();
    leaving.close();
    await("cancels", cancels + 6);
  }
}
