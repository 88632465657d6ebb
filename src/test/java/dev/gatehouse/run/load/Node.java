package dev.gatehouse.run.load;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One process of the server with the WAR, which can be killed and started again. */
final class Node implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);

  // Payara keeps threads that are idle for 15 minutes; what is left after a minute is no pool.
  private static final String SHORT_IDLE =
      "\nset configs.config.server-config.thread-pools.thread-pool.http-thread-pool"
          + ".idle-thread-timeout-seconds=30\n";

  private static final Pattern ERROR = Pattern.compile("\\[SEVERE\\] \\[[^]]*\\] \\[([^]]*)\\]");
  private static final String COLOR = "\u001b\\[[;0-9]*m";

  final String name;
  final URI url;
  private final Path log;
  private final Server server;
  private final Map<String, String> environment;
  private volatile ServerProcess process;
  private volatile boolean up;
  private volatile int lives;
  private volatile long started;

  private Node(String name, URI url, Path log, Server server, Map<String, String> environment) {
    this.log = log;
    this.name = name;
    this.url = url;
    this.server = server;
    this.environment = Map.copyOf(environment);
  }

  static Node install(
      String name, Path directory, Values values, Path war, Map<String, String> environment)
      throws IOException {
    Path place = directory.resolve(name);
    Server server = Server.install(place, values);
    Files.writeString(place.resolve("preboot.asadmin"), SHORT_IDLE, StandardOpenOption.APPEND);
    server.deploy(war);
    URI url = URI.create("http://127.0.0.1:" + values.port() + "/mcp");
    return new Node(name, url, place.resolve("server.log"), server, environment);
  }

  /** Starts it and waits until it answers. */
  void start() throws IOException, InterruptedException {
    process = server.start(environment);
    process.awaitStatus(url, 401, START);
    lives++;
    started = System.nanoTime();
    up = true;
  }

  /** As a power failure would. */
  void kill() {
    up = false;
    process.kill();
  }

  boolean isUp() {
    return up;
  }

  /** Changes with each start; what was kept in memory before is gone. */
  int lives() {
    return lives;
  }

  /** The moment from which it answered. */
  long started() {
    return started;
  }

  /** Whether it was dead at this moment, or has been since. */
  boolean wasDeadSince(long nanos) {
    return !up || started - nanos > 0;
  }

  long pid() {
    return process.pid();
  }

  /** How many errors each logger has reported since the last start. */
  SortedMap<String, Long> errors() throws IOException {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.contains("SEVERE"))
          .map(line -> ERROR.matcher(line.replaceAll(COLOR, "")))
          .filter(Matcher::find)
          .collect(groupingBy(found -> found.group(1), TreeMap::new, counting()));
    }
  }

  @Override
  public void close() {
    up = false;
    if (process != null) {
      process.close();
    }
  }
}
