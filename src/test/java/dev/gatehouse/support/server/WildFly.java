package dev.gatehouse.support.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** WildFly: a base directory of its own, configured by the CLI script. */
final class WildFly extends Server {
  static final String NAME = "wildfly";
  private static final Path HOME = software("wildfly");
  private static final String SCRIPT = "configure.cli";
  private static final String SHIPPED = "standalone-microprofile.xml";
  private static final String WITH_EJBS = "standalone.xml";
  private static final String FULL = "standalone-full.xml";
  private static final Map<String, Path> CONFIGURED = new HashMap<>();

  private final Path deployments;
  private String configuration = SHIPPED;

  WildFly(Path directory, Values values) {
    super(directory, values);
    deployments = this.directory.resolve("standalone/deployments");
  }

  @Override
  void configure() throws IOException {
    values.copy(CONFIG.resolve(NAME), directory);
    Path standalone = directory.resolve("standalone");
    copyTree(configured(configuration), standalone);
    Path file = configurationFile();
    Files.writeString(file, values.applyTo(Files.readString(file)));
  }

  private Path configurationFile() {
    return directory.resolve("standalone/configuration").resolve(configuration);
  }

  @Override
  public boolean takeConfigurationWithEjbs() throws IOException {
    take(WITH_EJBS);
    return true;
  }

  @Override
  public void takeFullConfiguration() throws IOException {
    take(FULL);
  }

  private void take(String other) throws IOException {
    configuration = other;
    delete(directory);
    configure();
  }

  // What the script makes of its examples, once for all, since it takes as long as a server.
  private static Path configured(String configuration) throws IOException {
    synchronized (CONFIGURED) {
      Path known = CONFIGURED.get(configuration);
      if (known == null) {
        Path base = software("wildfly-" + configuration.replace(".xml", ""));
        delete(base);
        copyTree(HOME.resolve("standalone"), base.resolve("standalone"));
        Path script = base.resolve(SCRIPT);
        String shipped = Files.readString(CONFIG.resolve(NAME).resolve(SCRIPT));
        Files.writeString(script, shipped.replace(SHIPPED, configuration));
        run(script, base);
        change(
            base.resolve("standalone/configuration").resolve(configuration),
            "scan-interval=\"5000\"",
            "scan-interval=\"500\"");
        known = base.resolve("standalone");
        CONFIGURED.put(configuration, known);
      }
      return known;
    }
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

  @Override
  void addDataSource(String name, Path driver, String example, String value) throws IOException {
    Path script = directory.resolve(name + ".cli");
    change(script, example, value);
    change(script, SHIPPED, configuration);
    change(script, "=postgresql.jar", "=" + driver);
    if (Files.exists(HOME.resolve("modules/org/postgresql"))) {
      change(script, "(?m)^module .*$", "");
    }
    run(script, directory);
  }

  @Override
  public void addLogin() throws IOException {
    takeConfigurationWithEjbs();
    Path script = directory.resolve("login.cli");
    change(script, SHIPPED, configuration);
    run(script, directory);
  }

  @Override
  public boolean removeOptionalApis() throws IOException {
    Path file = configurationFile();
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
  public boolean deployEar(Path ear) throws IOException {
    deployNeighbour(ear);
    return true;
  }

  @Override
  public void undeploy() throws IOException {
    Files.delete(deployed());
  }
}
