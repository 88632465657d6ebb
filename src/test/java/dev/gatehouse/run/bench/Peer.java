package dev.gatehouse.run.bench;

import dev.gatehouse.run.maven.Maven;
import dev.gatehouse.run.maven.Titles;
import dev.gatehouse.support.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same five tools on what Maven Central has: a project in src/bench.
 *
 * @param arguments what Java is told, to start what the project made
 */
record Peer(String name, List<String> arguments) implements Subject {
  static final Peer JAVA_SDK =
      new Peer(
          "java-sdk",
          List.of(
              "-cp",
              "target/bench/java-sdk/classes:target/bench/java-sdk/lib/*",
              "bench.TodoServer"));
  static final Peer QUARKUS =
      new Peer("quarkus", List.of("-jar", "target/bench/quarkus/quarkus-app/quarkus-run.jar"));

  @Override
  public String title() throws IOException {
    return Titles.ofProject(pom());
  }

  @Override
  public List<Era> eras() {
    return List.of(Era.EARLIER);
  }

  private Path pom() {
    return Path.of("src", "bench", name, "pom.xml");
  }

  @Override
  public void prepare(Maven maven) throws IOException, InterruptedException {
    maven.run("-f", pom().toString(), "package");
  }

  @Override
  public ServerProcess start(Surroundings around, int port, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    Map<String, String> all = new HashMap<>(environment);
    all.put("BENCH_PORT", String.valueOf(port));
    return ServerProcess.start(command, all, Path.of("target", "bench", name + ".log"));
  }
}
