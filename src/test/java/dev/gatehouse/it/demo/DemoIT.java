package dev.gatehouse.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.run.demo.Demo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
class DemoIT {
  @TempDir Path directory;

  @Test
  void the_demo_prints_lines_that_work_and_leaves_nothing_behind_when_killed() throws Exception {
    int port = freePort();
    Process demo = start(port, freePort());
    try {
      String banner = await("Stop with Ctrl-C", demo);
      List<String> curls =
          banner.lines().map(String::strip).filter(line -> line.startsWith("curl ")).toList();
      assertThat(curls).hasSize(2);
      assertThat(shell(curls.get(0))).contains(" 401 ", "WWW-Authenticate: Bearer");
      assertThat(shell(curls.get(1)))
          .contains("\"scopes_supported\":[\"todo:read\",\"todo:write\"]");
    } finally {
      List<ProcessHandle> started = demo.descendants().toList();
      assertThat(started).isNotEmpty();
      demo.destroyForcibly().waitFor();
      for (ProcessHandle process : started) {
        process.onExit().get(60, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void a_taken_port_is_named_with_the_property_that_changes_it() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Process demo = start(taken.getLocalPort(), freePort());
      assertThat(await("is taken", demo))
          .contains("Port " + taken.getLocalPort() + " is taken", "-Ddemo.port=");
      assertThat(demo.waitFor()).isEqualTo(1);
    }
  }

  private Process start(int port, int issuerPort) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            Demo.class.getName(),
            System.getProperty("test.war"),
            String.valueOf(port),
            String.valueOf(issuerPort))
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start();
  }

  private Path log() {
    return directory.resolve("demo.log");
  }

  private String await(String text, Process demo) throws Exception {
    for (int i = 0; i < 900 && !Files.readString(log()).contains(text) && demo.isAlive(); i++) {
      Thread.sleep(200);
    }
    assertThat(Files.readString(log())).contains(text);
    return Files.readString(log());
  }

  private static String shell(String line) throws Exception {
    Process process = new ProcessBuilder("sh", "-c", line).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
