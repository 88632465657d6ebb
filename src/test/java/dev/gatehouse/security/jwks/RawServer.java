package dev.gatehouse.security.jwks;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/** Sends the same bytes to everybody, right or wrong HTTP, at once or without end. */
final class RawServer implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch left = new CountDownLatch(1);
  private final String answer;
  private final String drop;
  private volatile String request = "";

  private RawServer(ServerSocketFactory sockets, String answer, String drop) {
    this.answer = answer;
    this.drop = drop;
    try {
      server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    threads.execute(this::accept);
  }

  /** Sends the answer after a request, and closes the connection. */
  static RawServer answering(String answer) {
    return answering(ServerSocketFactory.getDefault(), answer);
  }

  static RawServer answering(ServerSocketFactory sockets, String answer) {
    return new RawServer(sockets, answer, "");
  }

  /** Sends the start of an answer, then a drop of it every few milliseconds, for ever. */
  static RawServer dripping(String start, String drop) {
    return dripping(ServerSocketFactory.getDefault(), start, drop);
  }

  static RawServer dripping(ServerSocketFactory sockets, String start, String drop) {
    return new RawServer(sockets, start, drop);
  }

  int port() {
    return server.getLocalPort();
  }

  URI url(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + port() + "/keys");
  }

  /** The last request that was read. */
  String request() {
    return request;
  }

  /** Returns once a client of a dripping server has gone. */
  void awaitLeft() throws InterruptedException {
    left.await();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket;
        OutputStream out = socket.getOutputStream()) {
      if (drop.isEmpty()) {
        request = head(socket);
      }
      out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
      while (!drop.isEmpty()) {
        out.write(drop.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        Thread.sleep(20);
      }
    } catch (IOException gone) {
      left.countDown();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Up to the empty line, and no byte more. */
  static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new EOFException();
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
