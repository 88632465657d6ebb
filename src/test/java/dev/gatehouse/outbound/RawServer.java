package dev.gatehouse.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** Sends the same bytes to everybody, right or wrong HTTP, at once or for seconds. */
public final class RawServer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5000;
  private static final int PAUSE_MILLIS = 20;

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch left = new CountDownLatch(1);
  private final String answer;
  private final String drop;
  private final boolean keeps;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile String request = "";
  private volatile boolean stayed;

  private RawServer(ServerSocketFactory sockets, String answer, String drop, boolean keeps) {
    this.answer = answer;
    this.drop = drop;
    this.keeps = keeps;
    try {
      server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    threads.execute(this::accept);
  }

  /** Sends the answer after a request, and closes the connection. */
  public static RawServer answering(String answer) {
    return answering(ServerSocketFactory.getDefault(), answer);
  }

  static RawServer answering(ServerSocketFactory sockets, String answer) {
    return new RawServer(sockets, answer, "", false);
  }

  /** Sends the answer after a request, and waits for the client to go. */
  static RawServer keeping(String answer) {
    return new RawServer(ServerSocketFactory.getDefault(), answer, "", true);
  }

  /** Sends the start of an answer, then a drop of it every few milliseconds, for five seconds. */
  public static RawServer dripping(String start, String drop) {
    return dripping(ServerSocketFactory.getDefault(), start, drop);
  }

  static RawServer dripping(ServerSocketFactory sockets, String start, String drop) {
    return new RawServer(sockets, start, drop, false);
  }

  int port() {
    return server.getLocalPort();
  }

  public URI url(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + port() + "/keys");
  }

  /** The last request that was read. */
  String request() {
    return request;
  }

  int requests() {
    return requests.get();
  }

  /** Returns once the client of a server that drips or keeps has gone by itself. */
  public void awaitLeft() throws InterruptedException {
    left.await();
    assertThat(stayed).as("the client stayed for five seconds").isFalse();
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
        requests.incrementAndGet();
      }
      out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
      if (keeps) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      } else if (!drop.isEmpty()) {
        drip(out);
        stayed = true;
      }
    } catch (SocketTimeoutException late) {
      stayed = true;
    } catch (IOException gone) {
      // What a test of a server that drips waits for.
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      left.countDown();
    }
  }

  private void drip(OutputStream out) throws IOException, InterruptedException {
    for (int millis = 0; millis < PATIENCE_MILLIS; millis += PAUSE_MILLIS) {
      out.write(drop.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      Thread.sleep(PAUSE_MILLIS);
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
