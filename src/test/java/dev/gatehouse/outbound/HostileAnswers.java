package dev.gatehouse.outbound;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What a server might send instead of an answer; whoever asks for something meets all of it. */
public final class HostileAnswers {
  static final String OK = "HTTP/1.1 200 OK\r\n";
  static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final int KIB = 1024;

  private HostileAnswers() {}

  /** The start of an answer, and what then comes again and again. */
  public static Stream<Arguments> dripping() {
    return Stream.of(
        arguments("", "H"),
        arguments("HTTP/1.1 200 ", "x"),
        arguments("HTTP/1.1 103 Early Hints\r\n\r\n", "HTTP/1.1 103 Early Hints\r\n\r\n"),
        arguments(OK + "X-Drip: ", "x"),
        arguments(OK + "Content-Length: 5000\r\n\r\n", " "),
        arguments(OK + "\r\n", " "),
        arguments(CHUNKED + "1;x=", "x"),
        arguments(CHUNKED + "1000\r\n", " "),
        arguments(CHUNKED, "1\r\n \r\n"));
  }

  /** No HTTP, HTTP that breaks off, and too much of it; some tells a secret, hunter2. */
  public static Stream<String> refused() {
    return Stream.of(
        "",
        OK + "No-Colon hunter2\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "220 mail.acme.com ESMTP hunter2\r\n\r\n",
        OK + "Content-Length: hunter2\r\n\r\n",
        OK + "Content-Length: -1\r\n\r\n",
        OK + "Content-Length: 99999999999999999999\r\n\r\n",
        OK + "Content-Length: 524289\r\n\r\n",
        OK + "Content-Length: 10\r\n\r\n{\"keys\":",
        OK + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ",
        OK + "Transfer-Encoding: hunter2\r\n\r\n",
        CHUNKED,
        CHUNKED + "-1\r\n",
        CHUNKED + "hunter2\r\n",
        CHUNKED + "fffffff\r\n",
        CHUNKED + "100000000\r\n",
        CHUNKED + "10000000000000000\r\n",
        CHUNKED + "1\r\n hunter2\r\n0\r\n\r\n",
        CHUNKED + "10\r\n  ",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        OK + "X: " + "x".repeat(8 * KIB),
        OK + "X: x\r\n".repeat(101) + "\r\n",
        OK + "X: " + "x".repeat(4000 * KIB) + "\r\n\r\n",
        OK + "\r\n" + " ".repeat(512 * KIB + 1),
        CHUNKED + "1;x=" + "x".repeat(4000 * KIB) + "\r\n \r\n0\r\n\r\n",
        CHUNKED + ("10000\r\n" + " ".repeat(64 * KIB) + "\r\n").repeat(8) + "1\r\n \r\n0\r\n\r\n");
  }
}
