package dev.gatehouse.it.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatehouse.support.client.Gatehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;

/** A connection on which a client writes what it likes, however wrong. */
final class Wire implements AutoCloseable {
  static final URI URL = Gatehouse.url("/mcp");
  private static final int PATIENCE_MILLIS = 120_000;

  private static final int PAUSE_MILLIS = 3_000;

  private final Socket socket;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

  Wire() throws IOException {
    socket = new Socket(URL.getHost(), URL.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** The start of a POST to the endpoint, up to and without the empty line. */
  static String post(String... headers) {
    return "POST /mcp HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Type: application/json\r\n"
            .formatted(URL.getAuthority())
        + "Accept: application/json, text/event-stream\r\n"
        + String.join("", headers);
  }

  static String header(String name, String value) {
    return name + ": " + value + "\r\n";
  }

  static String bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** A whole request. */
  static byte[] request(String head, byte[] body) {
    byte[] start =
        (head + header("Content-Length", "" + body.length) + "\r\n").getBytes(ISO_8859_1);
    byte[] request = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, request, start.length, body.length);
    return request;
  }

  /** Sends this on a connection of its own, says no more, and reads what comes. */
  static Answer exchange(byte[] bytes) throws IOException {
    try (Wire wire = new Wire()) {
      wire.write(bytes);
      wire.end();
      return wire.answer();
    }
  }

  /** The same with the connection held open until the server pauses. */
  static Answer exchangeOpen(byte[] bytes) throws IOException {
    try (Wire wire = new Wire()) {
      wire.write(bytes);
      wire.socket.setSoTimeout(PAUSE_MILLIS);
      if (!wire.readToTheEnd()) {
        wire.socket.setSoTimeout(PATIENCE_MILLIS);
        wire.end();
      }
      return wire.answer();
    }
  }

  static Answer exchange(String text) throws IOException {
    return exchange(text.getBytes(ISO_8859_1));
  }

  /** Whether the server still took it. */
  boolean write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return true;
    } catch (IOException left) {
      return false;
    }
  }

  /** Says that nothing more will come, and goes on reading. */
  void end() {
    try {
      socket.shutdownOutput();
    } catch (IOException left) {
      // The server was faster.
    }
  }

  boolean hasAnswer() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  int read() throws IOException {
    return socket.getInputStream().read();
  }

  private boolean readToTheEnd() {
    try {
      socket.getInputStream().transferTo(seen);
      return true;
    } catch (SocketTimeoutException silent) {
      return false;
    } catch (IOException reset) {
      // What it said before counts.
      return true;
    }
  }

  /** All that comes until the server closes the connection. */
  Answer answer() {
    if (!readToTheEnd()) {
      throw new AssertionError("The server kept the connection; it said " + seen);
    }
    return Answer.of(seen.toByteArray());
  }

  /** Leaves without a farewell, so that the server's next write fails. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
