package dev.gatehouse.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.run.demo.Demo;
import dev.gatehouse.run.demo.Redeploy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
class DemoIT {
  @TempDir Path directory;

  @Test
  void the_demo_prints_lines_that_work_and_leaves_nothing_behind_when_killed() throws Exception {
    int port = freePort();
    int debugPort = freePort();
    Process demo = start(port, freePort(), String.valueOf(debugPort));
    try {
      String banner = await("Stop with Ctrl-C", demo);
      List<String> curls =
          banner.lines().map(String::strip).filter(line -> line.startsWith("curl ")).toList();
      assertThat(curls).hasSize(2);
      assertThat(shell(curls.get(0))).contains(" 401 ", "WWW-Authenticate: Bearer");
      assertThat(shell(curls.get(1)))
          .contains("\"scopes_supported\":[\"todo:read\",\"todo:write\"]");
      String root = "http://127.0.0.1:" + port + "/";
      assertThat(banner).containsPattern("For browsers +" + root + "\n");
      assertTheBannerSaysWhatThePageSays(banner, shell("curl -s " + root));
      assertOnlyThisMachineReaches(demo);
      assertADebuggerIsAwaited(debugPort);
      Path kept = Path.of(System.getProperty("test.war")).resolveSibling("demo-database");
      assertThat(kept).isDirectoryContaining("glob:**/gatehouse.mv.db");
      assertAChangeIsServed(port);
    } finally {
      List<ProcessHandle> started = demo.descendants().toList();
      assertThat(started).isNotEmpty();
      demo.destroyForcibly().waitFor();
      for (ProcessHandle process : started) {
        process.onExit().get(60, TimeUnit.SECONDS);
      }
    }
  }

  private static void assertTheBannerSaysWhatThePageSays(String banner, String page) {
    List<String> lines =
        Pattern.compile("<code>(.*?)</code></pre>")
            .matcher(page)
            .results()
            .map(line -> line.group(1).replace("&quot;", "\"").replace("&#39;", "'"))
            .toList();
    assertThat(lines).hasSize(5);
    assertThat(banner).containsSubsequence(lines);
  }

  /** From the kernel's tables: hexadecimal addresses, state 0A for a listener. */
  private static void assertOnlyThisMachineReaches(Process demo) throws IOException {
    List<String> addresses = new ArrayList<>();
    for (ProcessHandle process : demo.descendants().toList()) {
      Path proc = Path.of("/proc", String.valueOf(process.pid()));
      Set<String> sockets = new HashSet<>();
      try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
        for (Path file : files.toList()) {
          sockets.add(Files.isSymbolicLink(file) ? Files.readSymbolicLink(file).toString() : "");
        }
      }
      for (String table : List.of("net/tcp", "net/tcp6")) {
        Files.readAllLines(proc.resolve(table)).stream()
            .map(line -> line.strip().split("\\s+"))
            .filter(row -> row[3].equals("0A") && sockets.contains("socket:[" + row[9] + "]"))
            .forEach(row -> addresses.add(row[1].replaceAll(":.*", "")));
      }
    }
    assertThat(addresses).isNotEmpty().allMatch(address -> address.endsWith("0100007F"));
  }

  private static void assertADebuggerIsAwaited(int port) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      byte[] greeting = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write(greeting);
      assertThat(socket.getInputStream().readNBytes(greeting.length)).isEqualTo(greeting);
    }
  }

  private void assertAChangeIsServed(int port) throws Exception {
    Path classes = directory.resolve("classes");
    try (FileSystem war = FileSystems.newFileSystem(Path.of(System.getProperty("test.war")));
        Stream<Path> files = Files.walk(war.getPath("/WEB-INF/classes"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = classes.resolve(relative(file));
        Files.createDirectories(target.getParent());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(target, file.endsWith("landing.html") ? changed(bytes) : bytes);
      }
    }
    Redeploy.main(new String[] {classes.toString(), "target/demo"});
    assertThat(shell("curl -s http://127.0.0.1:" + port + "/")).contains("<h2>Changed</h2>");
  }

  private static String relative(Path file) {
    return file.toString().substring("/WEB-INF/classes/".length());
  }

  private static byte[] changed(byte[] page) {
    return new String(page, StandardCharsets.UTF_8)
        .replace("</header>", "<h2>Changed</h2></header>")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_taken_port_is_named_with_the_property_that_changes_it() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Process demo = start(taken.getLocalPort(), freePort(), "false");
      assertThat(await("is taken", demo))
          .contains("Port " + taken.getLocalPort() + " is taken", "-Ddemo.port=");
      assertThat(demo.waitFor()).isEqualTo(1);
    }
  }

  private Process start(int port, int issuerPort, String debug) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            "-Ddemo.database=true",
            Demo.class.getName(),
            System.getProperty("test.war"),
            String.valueOf(port),
            String.valueOf(issuerPort),
            debug,
            System.getProperty("test.download"))
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
