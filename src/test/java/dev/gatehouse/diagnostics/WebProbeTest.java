package dev.gatehouse.diagnostics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeout only ends a test that hangs; no test looks at the time it takes. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class WebProbeTest {
  private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);
  private final WebProbe web = new WebProbe(watch, Duration.ofMillis(500), Clock.systemUTC());

  @AfterEach
  void stop() {
    watch.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-Drip: ", "HTTP/1.1 200 OK\r\n\r\n"})
  void a_server_that_drips_is_cut(String beginning) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture.runAsync(() -> drip(server, beginning));

      assertThat(web.get(url(server), Map.of()))
          .isEqualTo(new ProbeAnswer.Failed("there is no answer within 500 ms"));
    }
  }

  @Test
  void what_is_not_http_is_a_failure_without_its_text() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture.runAsync(() -> answer(server, "220 mail.acme.com ESMTP hunter2\r\n\r\n"));

      assertThat(web.get(url(server), Map.of()).toString()).doesNotContain("hunter2");
    }
  }

  private static URI url(ServerSocket server) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  private static void answer(ServerSocket server, String text) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(text.getBytes(US_ASCII));
    } catch (IOException cut) {
      // Nobody waits for it.
    }
  }

  private static void drip(ServerSocket server, String beginning) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(beginning.getBytes(US_ASCII));
      while (true) {
        socket.getOutputStream().write('x');
        Thread.sleep(5);
      }
    } catch (IOException cut) {
      // What the test waits for.
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
