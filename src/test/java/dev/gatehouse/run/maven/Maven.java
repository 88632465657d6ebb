package dev.gatehouse.run.maven;

import dev.gatehouse.run.results.ServerRun;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The Maven that runs this, once more, with the options of its command. */
public final class Maven {
  private final Path program = Path.of(System.getProperty("maven.home"), "bin", "mvn");

  private final Set<List<String>> done = new HashSet<>();

  /** To its end, but not the same twice. */
  public void run(String... arguments) throws IOException, InterruptedException {
    if (!done.add(List.of(arguments))) {
      return;
    }
    List<String> command = new ArrayList<>(List.of(program.toString(), "-q", "-B", "-ntp"));
    command.addAll(ServerRun.options(System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", "")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).inheritIO().redirectInput(Redirect.from(new File("/dev/null")));
    ServerRun.hurry(builder.environment());
    Process maven = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy));
    if (maven.waitFor() != 0) {
      throw new IOException(command + " failed");
    }
  }
}
