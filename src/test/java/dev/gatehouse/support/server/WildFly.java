package dev.gatehouse.support.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** WildFly: a base directory of its own, configured by the CLI script. */
final class WildFly extends Server {
  static final String NAME = "wildfly";
  private static final Path HOME = software("wildfly");
  private static final String MICROPROFILE = "standalone-microprofile.xml";
  private static final Path CONFIGURATION = Path.of("configuration", MICROPROFILE);

  private static Path configured;

  private final Path deployments;
  private String configuration = MICROPROFILE;

  WildFly(Path directory, Values values) {
    super(directory, values);
    deployments = this.directory.resolve("standalone/deployments");
  }

  @Override
  void configure() throws IOException {
    values.copy(CONFIG.resolve(NAME), directory);
    Path standalone = directory.resolve("standalone");
    copyTree(configured(), standalone);
    Path file = standalone.resolve(CONFIGURATION);
    Files.writeString(file, values.applyTo(Files.readString(file)));
  }

  // What the script makes of its examples, once for all, since it takes as long as a server.
  private static synchronized Path configured() throws IOException {
    if (configured == null) {
      Path base = software("wildfly-configured");
      delete(base);
      copyTree(HOME.resolve("standalone"), base.resolve("standalone"));
      run(CONFIG.resolve(NAME).resolve("configure.cli"), base);
      configured = base.resolve("standalone");
    }
    return configured;
  }

  private static void run(Path script, Path base) throws IOException {
    ServerProcess.run(
        List.of(HOME.resolve("bin/jboss-cli.sh").toString(), "--file=" + script),
        Map.of("JAVA_OPTS", "-Djboss.server.base.dir=" + base.resolve("standalone")),
        base.resolve("configure.log"));
  }

  @Override
  public void sendAuditToFile() throws IOException {
    Path script = directory.resolve("audit.cli");
    Files.writeString(script, auditTo(script));
    run(script, directory);
  }

  /** The configuration with MicroProfile has no EJBs. */
  @Override
  public void addLogin() throws IOException {
    Path script = directory.resolve("login.cli");
    configuration = "standalone.xml";
    change(script, MICROPROFILE, configuration);
    run(script, directory);
  }

  @Override
  public boolean removeOptionalApis() throws IOException {
    Path file = directory.resolve("standalone").resolve(CONFIGURATION);
    for (String name :
        List.of("microprofile.health-smallrye", "microprofile.telemetry", "opentelemetry")) {
      String module = "org.wildfly.extension." + name;
      change(file, "<extension module=\"" + module + "\"/>", "");
      change(file, "<subsystem xmlns=\"urn:wildfly:" + name.replace('.', '-') + ":[^>]*/>", "");
    }
    return true;
  }

  @Override
  List<String> command() {
    return List.of(
        HOME.resolve("bin/standalone.sh").toString(),
        "-c",
        configuration,
        "-Djboss.server.base.dir=" + directory.resolve("standalone"),
        "-Djboss.http.port=" + values.port(),
        "-Djboss.https.port=0",
        "-Djboss.management.http.port=" + values.managementPort());
  }

  @Override
  Map<String, String> environment() {
    return Map.of(
        "LAUNCH_JBOSS_IN_BACKGROUND", "true", "JAVA_HOME", System.getProperty("java.home"));
  }

  // The file's name is the context root.
  private Path deployed() {
    String name = values.contextRoot().substring(1);
    return deployments.resolve((name.isEmpty() ? "ROOT" : name) + ".war");
  }

  @Override
  public void deploy(Path war) throws IOException {
    Files.copy(war, deployed(), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void deployNeighbour(Path war) throws IOException {
    Files.copy(war, deployments.resolve(war.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void undeploy() throws IOException {
    Files.delete(deployed());
  }
}
