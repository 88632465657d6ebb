package dev.gatehouse.run.cluster;

import dev.gatehouse.support.server.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** HAProxy as server-config has it, with other ports. */
record Balancer(Path program, int port, int statusPort) {
  private static final Path EXAMPLE = Path.of("server-config", "haproxy", "haproxy.cfg");

  /** Where the machine has HAProxy; a distribution may keep it where only root looks. */
  static Optional<Path> find() {
    return Stream.concat(
            Pattern.compile(File.pathSeparator).splitAsStream(System.getenv("PATH")),
            Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, "haproxy"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Begins to take requests for these nodes. */
  ServerProcess start(List<Member> members) throws IOException {
    String text =
        Files.readString(EXAMPLE).replace(":8080", ":" + port).replace(":8404", ":" + statusPort);
    for (Member member : members) {
      String line = "server " + member.server().replaceFirst("-.*", "") + " 127.0.0.1:";
      text = text.replaceFirst(line + "\\d+", line + member.values().port());
      if (member.server().equals("wildfly")) {
        text = text.replace("port 9990", "port " + member.values().managementPort());
      }
    }
    Path file = Path.of("target", "cluster", "haproxy.cfg");
    Files.writeString(file, text);
    return ServerProcess.start(
        List.of(program.toString(), "-db", "-f", file.toString()),
        Map.of(),
        file.resolveSibling("haproxy.log"));
  }

  /** What each node has answered, for people. */
  String page() {
    return "http://127.0.0.1:" + statusPort + "/";
  }
}
