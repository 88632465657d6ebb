package dev.gatehouse.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Reads a request body of at most so many bytes, which may take so long to arrive. A client that
 * sends nothing more at all is left when the server stops waiting for it.
 */
record BoundedBody(int bytes, Duration time, LongSupplier nanoTime) {
  BoundedBody(int bytes, Duration time) {
    this(bytes, time, System::nanoTime);
  }

  /** The whole body. */
  byte[] read(InputStream body) throws RefusedBodyException {
    long start = nanoTime.getAsLong();
    byte[] read = new byte[1024];
    int size = 0;
    for (int n = next(body, read, 0); n >= 0; n = next(body, read, size)) {
      size += n;
      if (size > bytes) {
        throw new RefusedBodyException(413, "The body is larger than " + bytes + " bytes");
      }
      if (nanoTime.getAsLong() - start > time.toNanos()) {
        throw tooSlow();
      }
      read = size < read.length ? read : Arrays.copyOf(read, 2 * size);
    }
    return Arrays.copyOf(read, size);
  }

  // Whatever the server's stream throws, the client broke off, or said its body ends elsewhere.
  private int next(InputStream body, byte[] read, int size) throws RefusedBodyException {
    try {
      return body.read(read, size, read.length - size);
    } catch (SocketTimeoutException e) {
      throw tooSlow();
    } catch (IOException | RuntimeException e) {
      throw new RefusedBodyException(400, "The body could not be read to its end");
    }
  }

  private RefusedBodyException tooSlow() {
    return new RefusedBodyException(
        408, "The body did not arrive within " + time.toSeconds() + " seconds");
  }
}
