package dev.gatehouse.it.hostile;

import static dev.gatehouse.it.hostile.Wire.header;

import dev.gatehouse.support.server.Server;
import java.util.EnumSet;
import java.util.Set;

/** How a request says where its body ends, and lies. */
enum Framing {
  LENGTH_BEYOND_THE_BODY(header("Content-Length", "5000"), Framing.PING),
  LENGTH_WITHIN_THE_BODY(header("Content-Length", "5"), Framing.PING),
  LENGTH_WITHOUT_END(header("Content-Length", "9223372036854775807"), Framing.PING),
  LENGTH_BEYOND_NUMBERS(header("Content-Length", "9".repeat(40)), Framing.PING),
  LENGTH_BELOW_ZERO(header("Content-Length", "-1"), Framing.PING),
  LENGTH_THAT_IS_NONE(header("Content-Length", "many"), Framing.PING),
  TWO_LENGTHS(header("Content-Length", "2") + header("Content-Length", "40"), Framing.PING),
  NO_LENGTH("", Framing.PING),
  LENGTH_AND_CHUNKS(Framing.CHUNKED + header("Content-Length", "40"), Framing.FIRST + "0\r\n\r\n"),
  CHUNKS_THAT_BREAK_OFF(Framing.CHUNKED, Framing.FIRST),
  CHUNK_THAT_BREAKS_OFF(Framing.CHUNKED, "ff\r\n" + Framing.PING),
  CHUNK_OF_NO_SIZE(Framing.CHUNKED, "zz\r\n" + Framing.PING + "\r\n0\r\n\r\n"),
  CHUNK_BELOW_ZERO(Framing.CHUNKED, "-1\r\n" + Framing.PING + "\r\n0\r\n\r\n"),
  CHUNK_BEYOND_NUMBERS(Framing.CHUNKED, "f".repeat(40) + "\r\n" + Framing.PING),
  CHUNK_WITHOUT_END(Framing.CHUNKED, "7fffffffffffffff\r\n" + Framing.PING),
  CHUNK_WITHIN_THE_BODY(Framing.CHUNKED, "5\r\n" + Framing.PING + "\r\n0\r\n\r\n"),
  CHUNK_WITH_A_LONG_COMMENT(
      Framing.CHUNKED, "5;" + "x".repeat(100_000) + "\r\n" + Framing.PING + "\r\n0\r\n\r\n"),
  CHUNKS_WITH_A_LONG_TRAILER(
      Framing.CHUNKED, Framing.FIRST + "0\r\n" + header("X-Trailer", "x".repeat(100_000)) + "\r\n"),
  CODING_THAT_IS_NONE(header("Transfer-Encoding", "mess"), Framing.PING);

  static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
  static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
  static final String FIRST = "28\r\n" + PING + "\r\n";

  private final String headers;
  private final String body;

  Framing(String headers, String body) {
    this.headers = headers;
    this.body = body;
  }

  String request(String head) {
    return head + headers + "\r\n" + body;
  }

  /** Whether the server ends a body that stops; see docs/servers.md. */
  static boolean isEndNoticed() {
    return !Server.nameUnderTest().equals("wildfly");
  }

  /** Whether the server itself fails at a path with a colon; see docs/servers.md. */
  static boolean isColonRefused() {
    return Server.nameUnderTest().equals("payara7");
  }

  /** Those whose body never comes to its end, as far as the server can tell. */
  static Set<Framing> cut() {
    Set<Framing> cut =
        EnumSet.of(
            LENGTH_BEYOND_THE_BODY,
            LENGTH_WITHOUT_END,
            CHUNKS_THAT_BREAK_OFF,
            CHUNK_THAT_BREAKS_OFF,
            CHUNK_WITHOUT_END);
    // WildFly takes a chunk of so many bytes for the last one; see docs/servers.md.
    if (Server.nameUnderTest().equals("wildfly")) {
      cut.remove(CHUNK_WITHOUT_END);
    }
    return cut;
  }
}
