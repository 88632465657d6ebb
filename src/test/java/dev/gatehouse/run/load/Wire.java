package dev.gatehouse.run.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection of its own, for clients that do not end as libraries do. */
final class Wire implements AutoCloseable {
  private static final String HEAD = "\r\n\r\n";
  private static final int PATIENCE_MILLIS = 60_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3})");
  private static final Pattern HEADER = Pattern.compile("(?md)^([A-Za-z-]+): (.*?)\r$");
  private static final Pattern CHUNK = Pattern.compile("\r\n[0-9a-fA-F]+\r\n");

  private final Socket socket = new Socket();
  private final StringBuilder read = new StringBuilder();
  private final long opened = System.nanoTime();

  private Wire() {}

  static Wire connect(URI url, boolean rude, int buffer) throws IOException {
    Wire wire = new Wire();
    wire.socket.setSoTimeout(PATIENCE_MILLIS);
    if (buffer > 0) {
      wire.socket.setReceiveBufferSize(buffer);
    }
    if (rude) {
      // A reset instead of an end.
      wire.socket.setSoLinger(true, 0);
    }
    wire.socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), PATIENCE_MILLIS);
    return wire;
  }

  /** Sends a request and reads the head of its answer, which is judged; closed unless it is 200. */
  static Wire open(Scene scene, Kind kind, Token token, boolean rude, byte[] request) {
    Wire wire = new Wire();
    try {
      wire = connect(scene.cluster().url, rude, 0);
      wire.send(request);
      wire.judge(scene, kind, token);
      return wire;
    } catch (IOException lost) {
      scene.lost(kind, wire.opened, lost);
      wire.close();
      return wire;
    }
  }

  /** Reads the head of the answer and judges it; closes the connection unless it is 200. */
  void judge(Scene scene, Kind kind, Token token) throws IOException {
    awaitHead();
    Matcher status = STATUS.matcher(read);
    if (!status.lookingAt()) {
      throw new IOException("no status: " + read);
    }
    Map<String, List<String>> headers = new TreeMap<>();
    HEADER
        .matcher(read.substring(0, read.indexOf(HEAD) + 2))
        .results()
        .forEach(line -> headers.put(line.group(1), List.of(line.group(2))));
    int code = Integer.parseInt(status.group(1));
    HttpHeaders named = HttpHeaders.of(headers, (name, value) -> true);
    scene.judge(new Answer(kind, opened, code, named, read.toString()), token);
    if (code != 200) {
      close();
    }
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  private void awaitHead() throws IOException {
    while (read.indexOf(HEAD) < 0) {
      more();
    }
  }

  /** Reads until this has come. */
  MatchResult await(Pattern wanted) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    Matcher matcher = wanted.matcher(text());
    while (!matcher.find()) {
      if (System.nanoTime() > end) {
        throw new SocketTimeoutException("Not in time: " + wanted);
      }
      more();
      matcher = wanted.matcher(text());
    }
    return matcher.toMatchResult();
  }

  private void more() throws IOException {
    byte[] buffer = new byte[4096];
    int count = socket.getInputStream().read(buffer);
    if (count < 0) {
      throw new IOException("The other side has ended");
    }
    read.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
  }

  // What HTTP puts between the parts of a body is no text.
  private String text() {
    return CHUNK.matcher(read).replaceAll("");
  }

  /** One more byte, however long that takes; negative when nothing follows. */
  int next() throws IOException {
    return socket.getInputStream().read();
  }

  boolean isOpen() {
    return !socket.isClosed();
  }

  /** Whether the other side has ended; what it said meanwhile is forgotten. */
  boolean isOver() {
    if (socket.isClosed()) {
      return true;
    }
    try {
      socket.setSoTimeout(1);
      byte[] buffer = new byte[4096];
      while (socket.getInputStream().read(buffer) >= 0) {
        socket.setSoTimeout(1);
      }
      return true;
    } catch (SocketTimeoutException silent) {
      return false;
    } catch (IOException ended) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException closed) {
      // It is.
    }
  }
}
