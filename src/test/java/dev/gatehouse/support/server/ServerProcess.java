package dev.gatehouse.support.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A running server that ends with this JVM, however this JVM ends. */
public final class ServerProcess implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Process process;
  private final Process reaper;
  private final Path log;
  private final long since = System.nanoTime();

  private ServerProcess(Process process, Process reaper, Path log) {
    this.process = process;
    this.reaper = reaper;
    this.log = log;
  }

  /** Starts a server with its output in a file. */
  public static ServerProcess start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    Files.deleteIfExists(log);
    Process process = builder(command, environment, log).start();
    ServerProcess server = new ServerProcess(process, reaper(process), log);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /**
   * Ends this JVM with its parent, and so its servers: Ctrl-C reaches both, but a kill of Maven
   * alone does not.
   */
  public static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
  }

  /** Runs a command to its end. */
  public static void run(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    Process process = builder(command, environment, log).start();
    try {
      if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException(command + " failed:\n" + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  // The files of server-config configure the server, so nothing else may.
  private static ProcessBuilder builder(
      List<String> command, Map<String, String> environment, Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  // Its input ends when this JVM does, even when nothing in this JVM could run any more.
  private static Process reaper(Process server) throws IOException {
    String script =
        "end() { for child in $(pgrep -P $1); do end $child; done; kill $1 2>/dev/null; };"
            + " cat >/dev/null; end "
            + server.pid();
    return new ProcessBuilder("sh", "-c", script)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.DISCARD)
        .start();
  }

  /**
   * Waits until a POST to the URL is answered with the status; answers the time since the start.
   */
  public Duration awaitStatus(URI url, int status, Duration atMost)
      throws IOException, InterruptedException {
    int last = 0;
    long end = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      last = post(url);
      if (last == status) {
        return sinceStart();
      }
      Thread.sleep(100);
    }
    throw new IOException(
        "No %d from %s within %s, last %d. The log: %s\n%s"
            .formatted(status, url, atMost, last, log, tail(output())));
  }

  private static int post(URI url) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Waits until the server has printed the text; answers everything that it printed. */
  public String awaitOutput(String text, Duration atMost) throws IOException, InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < end) {
      boolean ended = !process.isAlive();
      if (output().contains(text)) {
        // What belongs to it may follow.
        Thread.sleep(300);
        return output();
      }
      if (ended) {
        break;
      }
      Thread.sleep(100);
    }
    throw new IOException("\"" + text + "\" was not printed:\n" + tail(output()));
  }

  private Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - since);
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 6000));
  }

  /** Everything that the server printed so far. */
  public String output() throws IOException {
    return Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8) : "";
  }

  /** Where it listens for TCP: {@code 127.0.0.1:8080}, or {@code *:8080} if others can reach it. */
  public Set<String> listeners() {
    return Listeners.of(Stream.concat(Stream.of(process.toHandle()), process.descendants()));
  }

  /** Memory that is resident, in bytes, of the process that has most of it. */
  public long residentBytes() throws IOException {
    return resident(largest());
  }

  /** The id of the process that has most of the memory. */
  public long pid() {
    return largest().pid();
  }

  /** Ends it at once, as a power failure would. */
  public void kill() {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
    reaper.destroy();
  }

  /** How many live objects of a class the server's heap holds. */
  public long liveObjects(String type) throws IOException, InterruptedException {
    return jcmd("GC.class_histogram")
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(row -> row.length >= 4 && row[3].equals(type))
        .mapToLong(row -> Long.parseLong(row[1]))
        .sum();
  }

  /** The stacks of all of the server's threads. */
  public String threads() throws IOException, InterruptedException {
    return jcmd("Thread.print");
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(largest().pid()),
                command)
            .redirectErrorStream(true)
            .start();
    String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IOException(output);
    }
    return output;
  }

  private ProcessHandle largest() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .max(Comparator.comparingLong(ServerProcess::resident))
        .orElseThrow();
  }

  private static long resident(ProcessHandle handle) {
    try {
      Matcher matcher =
          RSS.matcher(Files.readString(Path.of("/proc", String.valueOf(handle.pid()), "status")));
      return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until the server ends. */
  public void await() throws InterruptedException {
    process.waitFor();
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    boolean interrupted = false;
    while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        interrupted = true;
        break;
      }
    }
    all.forEach(ProcessHandle::destroyForcibly);
    reaper.destroy();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
