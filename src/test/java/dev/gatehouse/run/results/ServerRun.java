package dev.gatehouse.run.results;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The integration tests on one server, in a Maven of its own with the server's profile; each line
 * of its output begins with the server's name, since two of them write at the same time.
 */
public record ServerRun(String server) implements Callable<Boolean> {
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
  // Byte for byte, whatever Maven's encoding is.
  private static final PrintStream OUT =
      new PrintStream(System.out, true, StandardCharsets.ISO_8859_1);

  /** Whether all went well. */
  @Override
  public Boolean call() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(new File("/dev/null")));
    hurry(builder.environment());
    Process maven = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy));
    try (BufferedReader output = maven.inputReader(StandardCharsets.ISO_8859_1)) {
      output.lines().forEach(line -> OUT.println(server + " | " + line));
    }
    return maven.waitFor() == 0;
  }

  /** Has a Maven that ends soon not compile itself for a long life, which is half of its work. */
  public static void hurry(Map<String, String> environment) {
    environment.merge(
        "MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC", (own, more) -> own + " " + more);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    command.addAll(options(System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", "")));
    command.add("-P" + server);
    command.addAll(GOALS);
    return command;
  }

  /** What whoever called Maven wants of every server, such as {@code -Dit.test=TodoIT}. */
  public static List<String> options(String commandLine) {
    return OPTION
        .matcher(" " + commandLine)
        .results()
        .flatMap(found -> Stream.of(found.group().split(" ", 2)))
        .toList();
  }
}
