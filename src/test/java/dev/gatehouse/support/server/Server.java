package dev.gatehouse.support.server;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One installation of an application server in a directory of its own. */
public abstract sealed class Server permits PayaraMicro, PayaraServer, WildFly, OpenLiberty {
  static final Path CONFIG = Path.of("server-config").toAbsolutePath();
  private static final Path SOFTWARE =
      Path.of(System.getProperty("server.dir", "target/server")).toAbsolutePath();

  final Path directory;
  final Values values;
  private final List<ServerProcess> started = new ArrayList<>();

  Server(Path directory, Values values) {
    this.directory = directory.toAbsolutePath();
    this.values = values;
  }

  /** The name of the server that this run of the tests is about, such as {@code payara7}. */
  public static String nameUnderTest() {
    return System.getProperty("server.name", PayaraMicro.NAME);
  }

  /** What it is configured and described as; several versions of a server can be of one kind. */
  public static String kind() {
    return System.getProperty("arquillian.launch", PayaraMicro.NAME);
  }

  /** Installs the server under test from server-config, with these values. */
  public static Server install(Path directory, Values values) throws IOException {
    return install(kind(), directory, values);
  }

  /** Installs a server of this kind, whatever is under test. */
  public static Server install(String kind, Path directory, Values values) throws IOException {
    Server server =
        switch (kind) {
          case PayaraMicro.NAME -> new PayaraMicro(directory, values);
          case PayaraServer.NAME -> new PayaraServer(directory, values);
          case WildFly.NAME -> new WildFly(directory, values);
          case OpenLiberty.NAME -> new OpenLiberty(directory, values);
          default -> throw new IllegalArgumentException("No such server: " + kind);
        };
    delete(server.directory);
    Files.createDirectories(server.directory);
    server.configure();
    return server;
  }

  /** Where Maven put what Maven Central has of a server. */
  public static Path software(String name) {
    return SOFTWARE.resolve(name);
  }

  abstract void configure() throws IOException;

  abstract List<String> command();

  abstract Map<String, String> environment();

  /** Deploys the WAR at the context root of the values; before the start, or while it runs. */
  public abstract void deploy(Path war) throws IOException;

  /** Deploys another WAR below its file name. */
  public abstract void deployNeighbour(Path war) throws IOException;

  /** Adds what the container's own token check needs in other WARs, before the start. */
  public void letNeighboursCheckTokens() throws IOException {}

  /** Undeploys what {@link #deploy} deployed, while the server runs. */
  public abstract void undeploy() throws IOException;

  /** Whether a WAR can be replaced without a restart. */
  public boolean canRedeploy() {
    return true;
  }

  /** Takes out what the WAR can do without, before the start; false where it can't be. */
  public boolean removeOptionalApis() throws IOException {
    return false;
  }

  /** Deploys an EAR, whose context roots are its own; false where EARs are not taken. */
  public boolean deployEar(Path ear) throws IOException {
    return false;
  }

  /** Takes one of the server's configurations that has EJBs; false where this one has them. */
  public boolean takeConfigurationWithEjbs() throws IOException {
    return false;
  }

  /** Takes the one that has the whole platform, if the server has such a one. */
  public void takeFullConfiguration() throws IOException {}

  /**
   * Shows at {@code /openapi} what server-config closes, where the server can, before its start.
   */
  public void addOpenApi() throws IOException {}

  /** Adds what the server needs for spans and metrics besides the settings, before its start. */
  public void addTelemetry() throws IOException {}

  /** Lets EJBs and {@code mcp.container.login} be there, and no other login, before the start. */
  public void addLogin() throws IOException {}

  /** Adds the data source of server-config for PostgreSQL at this port, before the start. */
  public final void addDatabase(int port) throws IOException {
    addDataSource("postgresql", Postgres.driver(), "5432", String.valueOf(port));
  }

  /** Adds that for H2 in this file, before the start. */
  public final void addTrialDatabase(Path file) throws IOException {
    addDataSource("h2", jar(org.h2.Driver.class), "/var/lib/gatehouse/gatehouse", file.toString());
  }

  /**
   * Adds the default data source of server-config, in this file, before the start, where the server
   * has none by itself.
   */
  public void addDefaultDataSource(Path file) throws IOException {}

  /** The file of this name in server-config, with a value in place of its example. */
  abstract void addDataSource(String name, Path driver, String example, String value)
      throws IOException;

  /** The jar of a class. */
  static Path jar(Class<?> type) throws IOException {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** Sends the audit to the file below, as docs/operate.md says, before the start. */
  public abstract void sendAuditToFile() throws IOException;

  /** The file of {@link #sendAuditToFile}. */
  public final Path auditFile() {
    return directory.resolve("audit.log");
  }

  final String auditTo(Path file) throws IOException {
    return Files.readString(file).replace("/var/log/gatehouse/audit.log", auditFile().toString());
  }

  /** How many lines are in all of its logs but the audit. */
  public final long logLines() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      long lines = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".log") && !file.equals(auditFile())) {
          lines +=
              new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().count();
        }
      }
      return lines;
    }
  }

  /** Whether the server under test lets applications choose the buckets of their metrics. */
  public static boolean takesBuckets() {
    return !nameUnderTest().startsWith("payara");
  }

  /** Where the server under test answers for its health, with these values. */
  public static URI health(Values values) {
    boolean apart = nameUnderTest().equals(WildFly.NAME);
    int port = apart ? values.managementPort() : values.port();
    return URI.create("http://127.0.0.1:" + port + "/health");
  }

  static void change(Path file, String pattern, String replacement) throws IOException {
    Files.writeString(file, Files.readString(file).replaceAll(pattern, replacement));
  }

  /** Whether nothing of an older deployment stays in memory. */
  public boolean forgetsDeployments() {
    return true;
  }

  /** Starts the server; it ends with the answer's {@code close} or with this JVM. */
  public final ServerProcess start() throws IOException {
    return start(Map.of());
  }

  /** The same with more in its environment. */
  public final ServerProcess start(Map<String, String> more) throws IOException {
    Map<String, String> environment = new HashMap<>(environment());
    environment.putAll(more);
    ServerProcess process =
        ServerProcess.start(command(), environment, directory.resolve("server.log"));
    started.add(process);
    return process;
  }

  final boolean isRunning() {
    return started.stream().anyMatch(ServerProcess::isAlive);
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  static void copyTree(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
