package dev.gatehouse.run.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A connection of its own, for clients that do not end as libraries do. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;

  private Wire(Socket socket) {
    this.socket = socket;
  }

  static Wire connect(Node node, boolean rude) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(PATIENCE_MILLIS);
    if (rude) {
      // A reset instead of an end.
      socket.setSoLinger(true, 0);
    }
    socket.connect(new InetSocketAddress(node.url.getHost(), node.url.getPort()), PATIENCE_MILLIS);
    return new Wire(socket);
  }

  /** Sends a request and reads until a text has come; closed when another answer came. */
  static Wire open(
      Scene scene,
      String kind,
      Node node,
      Token token,
      boolean rude,
      Function<String, byte[]> request,
      String until)
      throws IOException {
    long sent = System.nanoTime();
    Wire wire = connectOrCount(scene, kind, node, rude, sent);
    try {
      wire.send(request.apply(token.text()));
      String answer = wire.readUntil(until);
      String status = answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : "no answer";
      scene.tally().count(kind, status.equals("200") ? "200, left" : status);
      boolean excused =
          status.equals("no answer")
              ? node.wasDeadSince(sent)
              : scene.issuer().excuses(Integer.parseInt(status), token, sent, node);
      boolean good = status.equals("200") && answer.contains(until);
      if (!good && !excused && !node.wasDeadSince(sent)) {
        scene.tally().wrong(kind, node.name + " answered " + answer);
      }
      return wire;
    } catch (IOException lost) {
      scene.lost(kind, node, sent, lost);
      return wire;
    }
  }

  private static Wire connectOrCount(Scene scene, String kind, Node node, boolean rude, long sent)
      throws IOException {
    try {
      return connect(node, rude);
    } catch (IOException lost) {
      scene.lost(kind, node, sent, lost);
      return new Wire(new Socket());
    }
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** What came; without the text when the other side ended before. */
  private String readUntil(String text) throws IOException {
    StringBuilder read = new StringBuilder();
    byte[] buffer = new byte[4096];
    // Statuses other than 200 come with a length and no such text.
    while (read.indexOf(text) < 0 && !refused(read)) {
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        break;
      }
      read.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
    }
    return read.toString();
  }

  private static boolean refused(StringBuilder read) {
    return read.indexOf("\r\n\r\n") > 0 && read.indexOf("HTTP/1.1 200") != 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
