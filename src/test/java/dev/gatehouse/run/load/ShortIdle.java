package dev.gatehouse.run.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Has a server give back what its pools keep idle after a minute instead of a quarter or half an
 * hour, so that what is left after some minutes is no pool.
 */
final class ShortIdle {
  private static final String PAYARA_THREADS =
      "\nset configs.config.server-config.thread-pools.thread-pool.http-thread-pool"
          + ".idle-thread-timeout-seconds=30\n";

  private ShortIdle() {}

  /** In the directory of a server that has been installed. */
  static void set(String server, Path directory) throws IOException {
    switch (server) {
      case "payara-micro" -> {
        Files.writeString(
            directory.resolve("preboot.asadmin"), PAYARA_THREADS, StandardOpenOption.APPEND);
        change(directory, "postgresql.asadmin", "--maxpoolsize 20", " --idletimeout 60");
      }
      case "wildfly" ->
          change(
              directory,
              "standalone-microprofile.xml",
              "<blocking-timeout-millis>5000</blocking-timeout-millis>",
              "<idle-timeout-minutes>1</idle-timeout-minutes>");
      case "liberty" ->
          change(
              directory,
              "postgresql.xml",
              "maxPoolSize=\"20\"",
              " maxIdleTime=\"60s\" reapTime=\"30s\"");
      default -> throw new IllegalArgumentException(server);
    }
  }

  private static void change(Path directory, String name, String after, String more)
      throws IOException {
    Path file;
    try (Stream<Path> files = Files.walk(directory)) {
      file = files.filter(some -> some.endsWith(name)).findFirst().orElseThrow();
    }
    String text = Files.readString(file);
    if (!text.contains(after)) {
      throw new IOException(file + " has no " + after);
    }
    Files.writeString(file, text.replace(after, after + more));
  }
}
