package dev.gatehouse.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Reads a request body of at most so many bytes, which may take so long to arrive. A client that
 * sends nothing more at all is left when the server stops waiting for it.
 */
record BoundedBody(int bytes, Duration time, LongSupplier nanoTime) {
  private static final int PART = 8192;

  BoundedBody(int bytes, Duration time) {
    this(bytes, time, System::nanoTime);
  }

  /** The whole body. */
  byte[] read(InputStream body) throws RefusedBodyException {
    long start = nanoTime.getAsLong();
    ByteArrayOutputStream read = new ByteArrayOutputStream(PART);
    byte[] part = new byte[PART];
    for (int n = next(body, part); n >= 0; n = next(body, part)) {
      read.write(part, 0, n);
      if (read.size() > bytes) {
        throw new RefusedBodyException(413, "The body is larger than " + bytes + " bytes");
      }
      if (nanoTime.getAsLong() - start > time.toNanos()) {
        throw tooSlow();
      }
    }
    return read.toByteArray();
  }

  // Whatever the server's stream throws, the client broke off, or said its body ends elsewhere.
  private int next(InputStream body, byte[] part) throws RefusedBodyException {
    try {
      return body.read(part);
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
