package dev.gatehouse.security.jwks;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A connection that must be over at a fixed time: every read waits for the rest of it only, so that
 * a peer gains nothing by sending byte after byte, be it under TLS or in the middle of a line.
 */
final class DeadlineSocket extends Socket {
  private final long deadline;

  /** The time runs from now on. */
  DeadlineSocket(Proxy proxy, Duration limit) {
    super(proxy);
    deadline = System.nanoTime() + limit.toNanos();
  }

  @Override
  public void connect(SocketAddress address) throws IOException {
    connect(address, millisLeft());
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new TimedStream(super.getInputStream());
  }

  private int millisLeft() throws SocketTimeoutException {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("The answer takes too long");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  private final class TimedStream extends InputStream {
    private final InputStream in;

    TimedStream(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      setSoTimeout(millisLeft());
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      setSoTimeout(millisLeft());
      return in.read(buffer, offset, length);
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
