package dev.gatehouse.run.results;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Runs the integration tests on one server after the other, each in a Maven of its own with the
 * server's profile, and prints what was found.
 */
public final class EveryServer {
  // What the lifecycle of one server does after "package", without building anything again.
  private static final List<String> GOALS =
      List.of(
          "dependency:copy@server",
          "dependency:unpack@unpacked-server",
          "build-helper:reserve-network-port@ports",
          "toolchains:select-jdk-toolchain@server",
          "failsafe:integration-test@server",
          "failsafe:verify@server");
  private static final Pattern OPTION = Pattern.compile("(?<=\\s)(-D\\S+|-[BUeoX]|-ntp|-s \\S+)");

  private EveryServer() {}

  /** Takes the arguments of {@link ResultsTable}. */
  public static void main(String[] args) throws Exception {
    List<String> failed = new ArrayList<>();
    for (String server : List.of(args).subList(ResultsTable.SERVERS, args.length)) {
      if (run(server) != 0) {
        failed.add(server);
      }
    }
    ResultsTable.main(args);
    if (!failed.isEmpty()) {
      System.err.println("Failed on " + String.join(", ", failed));
      System.exit(1);
    }
    System.exit(0);
  }

  private static int run(String server) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    command.addAll(options(System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", "")));
    command.add("-P" + server);
    command.addAll(GOALS);
    Process maven =
        new ProcessBuilder(command)
            .inheritIO()
            .redirectInput(Redirect.from(new File("/dev/null")))
            .start();
    endWithThisJvm(maven);
    return maven.waitFor();
  }

  /** What whoever called Maven wants of every server, such as {@code -Dit.test=TodoIT}. */
  static List<String> options(String commandLine) {
    return OPTION
        .matcher(" " + commandLine)
        .results()
        .flatMap(found -> List.of(found.group().split(" ", 2)).stream())
        .toList();
  }

  // The input of this JVM ends when the Maven that started it does, even by SIGKILL.
  private static void endWithThisJvm(Process maven) {
    Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy));
    Thread watch =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                System.exit(1);
              }
            });
    watch.setDaemon(true);
    watch.start();
  }
}
