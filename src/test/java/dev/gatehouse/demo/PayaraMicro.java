package dev.gatehouse.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Payara Micro process on 127.0.0.1 that ends with this JVM, however this JVM ends. */
public final class PayaraMicro implements AutoCloseable {
  private static final String READY = "Payara Micro URLs:";

  private final Process process;
  private final Process reaper;
  private final Path log;

  private PayaraMicro(Process process, Process reaper, Path log) {
    this.process = process;
    this.reaper = reaper;
    this.log = log;
  }

  /** Starts a server with the WAR at the context root; what it prints goes to the log. */
  public static PayaraMicro start(
      Path jar, Path war, int port, Map<String, String> environment, Path log) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "--nocluster",
                "--port",
                String.valueOf(port),
                "--prebootcommandfile",
                Path.of("server-config", "payara-micro", "loopback.asadmin").toString(),
                "--deploy",
                war.toString(),
                "--contextroot",
                "/"));
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("MP_JWT_") || name.startsWith("SCALEKIT_"));
    builder.environment().remove("MCP_URL");
    builder.environment().putAll(environment);
    Process server = builder.start();
    return new PayaraMicro(server, reaper(server), log);
  }

  // Its input ends when this JVM does, even when nothing in this JVM could run any more.
  private static Process reaper(Process server) throws IOException {
    long pid = server.pid();
    return new ProcessBuilder("sh", "-c", "cat >/dev/null; kill " + pid + " 2>/dev/null")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Waits until the server serves or has ended; true when it serves. */
  public boolean awaitReady(Duration atMost) throws IOException, InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < end) {
      if (output().contains(READY)) {
        return !output().contains("Gatehouse can't start");
      }
      if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return false;
  }

  /** Everything that the server printed so far. */
  public String output() throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** Waits until the server ends. */
  public void await() throws InterruptedException {
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    reaper.destroy();
  }
}
