package dev.gatehouse.run.load;

import dev.gatehouse.it.conformance.FixturePrompts;
import dev.gatehouse.it.conformance.FixtureResources;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.StateKey;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.tools.FeatureTools;
import dev.gatehouse.support.tools.UsageTools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Two nodes behind one public address, their issuer, and the database that they share. */
final class Cluster implements AutoCloseable {
  private static final String JVM = "-Xmx384m -XX:+UseG1GC";

  final Issuer issuer;
  final Node survivor;
  final Node sibling;
  private final ServerProcess database;

  private Cluster(Issuer issuer, Node survivor, Node sibling, ServerProcess database) {
    this.issuer = issuer;
    this.survivor = survivor;
    this.sibling = sibling;
    this.database = database;
  }

  /** All in one directory, which may be there from an earlier run. */
  static Cluster install(Path shipped, Path directory) throws Exception {
    int port = freePort();
    int siblingPort = freePort();
    String url = "http://127.0.0.1:" + port + "/mcp";
    Issuer issuer = new Issuer(freePort(), url);
    int databasePort = freePort();
    Path war = war(shipped, directory);
    ServerProcess database = database(directory.resolve("database"), databasePort);
    Map<String, String> environment =
        Map.of(
            "LOAD_LEDGER",
            "jdbc:h2:tcp://127.0.0.1:" + databasePort + "/./ledger;DB_CLOSE_DELAY=-1",
            "MCP_STATE_KEY",
            StateKey.next(),
            "MCP_STREAM_KEEP_ALIVE",
            "5",
            "MCP_QUOTA_CALLS_CALLER",
            "300",
            "MP_JWT_VERIFY_CLOCK_SKEW",
            "0",
            "JAVA_TOOL_OPTIONS",
            JVM);
    Values values =
        new Values(issuer.environmentUrl(), issuer.resourceId(), url, "/", port, freePort());
    Values beside =
        new Values(issuer.environmentUrl(), issuer.resourceId(), url, "/", siblingPort, freePort());
    return new Cluster(
        issuer,
        Node.install("survivor", directory, values, war, environment),
        Node.install("sibling", directory, beside, war, environment),
        database);
  }

  void start() throws Exception {
    survivor.start();
    sibling.start();
  }

  /** The shipped WAR with tools to write, to wait and to ask. */
  private static Path war(Path shipped, Path directory) throws IOException {
    Path war = Files.createDirectories(directory).resolve("gatehouse-load.war");
    ShrinkWrap.create(ZipImporter.class, "gatehouse-load.war")
        .importFrom(shipped.toFile())
        .as(WebArchive.class)
        .addClasses(LedgerTools.class, FeatureTools.class, UsageTools.class)
        .addClasses(FixturePrompts.class, FixtureResources.class)
        .addClass("dev.gatehouse.it.conformance.Samples")
        .as(ZipExporter.class)
        .exportTo(war.toFile(), true);
    return war;
  }

  /** The database that Payara brings, in a process of its own. */
  private static ServerProcess database(Path directory, int port) throws Exception {
    Files.createDirectories(directory);
    try (var old = Files.newDirectoryStream(directory, "ledger*")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    Path jar = directory.resolve("h2.jar");
    Path payara = Path.of("target", "server", "payara-micro.jar");
    try (ZipFile zip = new ZipFile(payara.toFile());
        var in = zip.getInputStream(zip.getEntry("MICRO-INF/runtime/h2.jar"))) {
      Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Dh2.bindAddress=127.0.0.1",
            "-cp",
            jar.toString(),
            "org.h2.tools.Server",
            "-tcp",
            "-tcpPort",
            String.valueOf(port),
            "-ifNotExists",
            "-baseDir",
            directory.toAbsolutePath().toString());
    ServerProcess process =
        ServerProcess.start(command, Map.of(), directory.resolve("database.log"));
    process.awaitOutput("TCP server running", Duration.ofMinutes(1));
    return process;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    sibling.close();
    survivor.close();
    database.close();
    issuer.close();
  }
}
