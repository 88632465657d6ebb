package dev.gatehouse.support.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The client scripts of {@code src/test/clients}, installed below {@code target} to be run. */
public final class NodeClients {
  private static final Path SOURCE = Path.of("src", "test", "clients");
  private static final Path TARGET = Path.of("target", "clients").toAbsolutePath();
  private static final String LOCK = "package-lock.json";
  private static final Duration INSTALL_LIMIT = Duration.ofMinutes(6);
  private static final Duration RUN_LIMIT = Duration.ofMinutes(4);

  private static NodeClients installed;

  private NodeClients() {}

  /**
   * Installs the clients, once for all tests of all servers, since a script may run while another
   * test asks for them; downloads nothing when the lock file is the one installed last.
   *
   * @throws AssertionError when npm fails
   */
  public static synchronized NodeClients install() {
    if (installed == null) {
      try (FileChannel file = lockFile()) {
        file.lock();
        copyFolder();
        installPackages();
        installed = new NodeClients();
      } catch (IOException failure) {
        throw new UncheckedIOException("Cannot install the clients", failure);
      }
    }
    return installed;
  }

  // The lock ends with the channel, or with this JVM.
  private static FileChannel lockFile() throws IOException {
    Files.createDirectories(TARGET);
    return FileChannel.open(
        TARGET.resolve("installing"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void installPackages() throws IOException {
    var packages = TARGET.resolve("node_modules").resolve("installed-" + LOCK);
    if (!Files.exists(packages) || Files.mismatch(SOURCE.resolve(LOCK), packages) >= 0) {
      var command = List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
      new ProcessRun(command, TARGET, Map.of(), INSTALL_LIMIT).output();
      Files.copy(SOURCE.resolve(LOCK), packages, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Runs one script and answers what it printed.
   *
   * @throws AssertionError with the output, when the script fails or does not end in time
   */
  public String run(String script, Map<String, String> env, String... args) {
    var command = new ArrayList<>(List.of(node(), script));
    command.addAll(List.of(args));
    return new ProcessRun(command, TARGET, env, RUN_LIMIT).output();
  }

  private static String node() {
    var fromNpm = TARGET.resolve("node_modules").resolve(".bin").resolve("node");
    return Files.isExecutable(fromNpm) ? fromNpm.toString() : "node";
  }

  private static void copyFolder() throws IOException {
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = TARGET.resolve(file.getFileName());
        if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
