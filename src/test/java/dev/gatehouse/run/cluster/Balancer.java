package dev.gatehouse.run.cluster;

import dev.gatehouse.support.server.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * HAProxy as server-config has it, with other ports.
 *
 * @param folder for its files
 */
public record Balancer(Path program, int port, int statusPort, Path folder) {
  private static final Path EXAMPLE = Path.of("server-config", "haproxy", "haproxy.cfg");

  /** Where the machine has HAProxy; a distribution may keep it where only root looks. */
  public static Path find() {
    return Stream.concat(
            Pattern.compile(File.pathSeparator).splitAsStream(System.getenv("PATH")),
            Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(directory -> Path.of(directory, "haproxy"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No haproxy here: apt-get install haproxy"));
  }

  /** Begins to take requests for these nodes. */
  public ServerProcess start(List<Member> members) throws IOException {
    String text =
        Files.readString(EXAMPLE).replace(":8080", ":" + port).replace(":8404", ":" + statusPort);
    for (Member member : members) {
      String line = "server " + member.name() + " 127.0.0.1:";
      text = text.replaceFirst(line + "\\d+", line + member.values().port());
      if (member.server().equals("wildfly")) {
        text = text.replace("port 9990", "port " + member.values().managementPort());
      }
    }
    Path file = folder.resolve("haproxy.cfg");
    Files.writeString(file, text);
    return ServerProcess.start(
        List.of(program.toString(), "-W", "-db", "-p", pid().toString(), "-f", file.toString()),
        Map.of(),
        folder.resolve("haproxy.log"));
  }

  private Path pid() {
    return folder.resolve("haproxy.pid");
  }

  /** Has a new process read the file and take over, as {@code systemctl reload haproxy} does. */
  public void reload() throws IOException {
    String master = Files.readString(pid()).strip();
    ServerProcess.run(
        List.of("kill", "-USR2", master), Map.of(), folder.resolve("haproxy-reload.log"));
  }

  /** What each node has answered, for people. */
  String page() {
    return "http://127.0.0.1:" + statusPort + "/";
  }
}
