package dev.gatehouse.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that opens one tunnel, to the same port whatever it is asked for. */
final class TunnelProxy implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int target;
  private volatile String request = "";

  TunnelProxy(int target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    threads.execute(this::tunnel);
  }

  int port() {
    return server.getLocalPort();
  }

  String request() {
    return request;
  }

  private void tunnel() {
    try (Socket client = server.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), target)) {
      request = RawServer.head(client);
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      threads.execute(() -> pump(client, behind));
      pump(behind, client);
    } catch (IOException over) {
      // The test sees that its connection is cut.
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException over) {
      // The test sees that its connection is cut.
    }
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
