package dev.gatehouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND);
  private final BoundedBody bounded = new BoundedBody(100, Duration.ofSeconds(30), now::get);

  // One byte a second.
  private final class Drip extends InputStream {
    private int left;

    Drip(int length) {
      left = length;
    }

    @Override
    public int read() {
      now.addAndGet(SECOND);
      return left-- > 0 ? ' ' : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int read = read();
      into[offset] = (byte) read;
      return read < 0 ? -1 : 1;
    }
  }

  private static InputStream failing(Exception how) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        if (how instanceof RuntimeException e) {
          throw e;
        }
        throw (IOException) how;
      }
    };
  }

  private int status(InputStream body) {
    return catchThrowableOfType(RefusedBodyException.class, () -> bounded.read(body)).status();
  }

  @Test
  void a_body_of_just_the_limit_is_read() throws Exception {
    byte[] body = new byte[100];
    body[99] = 7;
    assertThat(bounded.read(new ByteArrayInputStream(body))).isEqualTo(body);
  }

  @Test
  void a_byte_more_is_too_large() {
    assertThat(status(new ByteArrayInputStream(new byte[101]))).isEqualTo(413);
  }

  @Test
  void no_more_is_read_than_tells_that_it_is_too_large() {
    ByteArrayInputStream endless = new ByteArrayInputStream(new byte[1_000_000]);
    assertThat(status(endless)).isEqualTo(413);
    assertThat(endless.available()).isGreaterThan(900_000);
  }

  @Test
  void a_body_that_drips_is_read_for_as_long_as_allowed() throws Exception {
    assertThat(bounded.read(new Drip(29))).hasSize(29);
    assertThat(status(new Drip(99))).isEqualTo(408);
  }

  @Test
  void a_server_that_stopped_waiting_is_a_client_that_is_too_slow() {
    assertThat(status(failing(new SocketTimeoutException("idle")))).isEqualTo(408);
  }

  @Test
  void a_body_that_breaks_off_is_the_clients_fault() {
    assertThat(status(failing(new IOException("connection reset")))).isEqualTo(400);
    assertThat(status(failing(new IllegalStateException("bad chunk")))).isEqualTo(400);
  }
}
