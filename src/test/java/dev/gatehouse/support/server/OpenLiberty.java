package dev.gatehouse.support.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Open Liberty: a user directory of its own. */
final class OpenLiberty extends Server {
  static final String NAME = "liberty";
  private static final Path HOME = software("wlp");

  // Its own, since Arquillian's adapter takes any process of that name for the one that it started.
  private final String name;
  private final Path server;

  OpenLiberty(Path directory, Values values) {
    super(directory, values);
    name = "gatehouse-" + values.port();
    server = this.directory.resolve("usr/servers").resolve(name);
  }

  @Override
  void configure() throws IOException {
    values.copy(CONFIG.resolve(NAME), server);
    Files.createDirectories(server.resolve("apps"));
    Files.createDirectories(server.resolve("dropins"));
  }

  /** Adds configuration of the test's own to that of the operator. */
  void override(String name, String xml) throws IOException {
    Path overrides = server.resolve("configDropins/overrides");
    Files.createDirectories(overrides);
    Files.writeString(overrides.resolve(name), xml);
  }

  @Override
  public boolean removeOptionalApis() throws IOException {
    change(
        server.resolve("server.xml"),
        "<feature>microProfile-6.1</feature>",
        "<feature>mpConfig-3.1</feature><feature>mpJwt-2.1</feature>");
    return true;
  }

  @Override
  public void sendAuditToFile() throws IOException {
    Path properties = server.resolve("audit.properties");
    Files.writeString(properties, auditTo(properties));
    Files.writeString(
        server.resolve("jvm.options"),
        """
        -Djava.util.logging.config.file=audit.properties
        -Djava.util.logging.configureByLoggingPropertiesFile=true
        """);
  }

  @Override
  void addDataSource(String name, Path driver, String example, String value) throws IOException {
    Path defaults = Files.createDirectories(server.resolve("configDropins/defaults"));
    Path file = Files.move(server.resolve(name + ".xml"), defaults.resolve(name + ".xml"));
    change(file, example, value);
    String jar = name.endsWith("h2") ? driver.getFileName().toString() : name + ".jar";
    Files.copy(
        driver,
        Files.createDirectories(server.resolve("lib")).resolve(jar),
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void addDefaultDataSource(Path file) throws IOException {
    addDataSource(
        "default-h2", jar(org.h2.Driver.class), "/var/lib/gatehouse/default", file.toString());
  }

  @Override
  public void addTelemetry() throws IOException {
    change(
        server.resolve("server.xml"),
        "<feature>microProfile-6.1</feature>",
        "<feature>microProfile-7.1</feature>");
  }

  // Its HTTP session store holds on to every stopped application that has CDI, an empty one too.
  @Override
  public boolean forgetsDeployments() {
    return false;
  }

  @Override
  List<String> command() {
    return List.of(HOME.resolve("bin/server").toString(), "run", name);
  }

  @Override
  Map<String, String> environment() {
    return Map.of(
        "WLP_USER_DIR",
        directory.resolve("usr").toString(),
        "JAVA_HOME",
        System.getProperty("java.home"));
  }

  @Override
  public void deploy(Path war) throws IOException {
    Files.copy(war, server.resolve("apps/gatehouse.war"), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void letNeighboursCheckTokens() throws IOException {
    override(
        "neighbour.xml",
        """
        <server>
          <keyStore id="defaultKeyStore" password="changeit" />
          <mpJwt id="neighbour" userNameAttribute="sub" />
        </server>
        """);
  }

  @Override
  public void deployNeighbour(Path war) throws IOException {
    Files.copy(war, server.resolve("dropins").resolve(war.getFileName()));
  }

  @Override
  public boolean deployEar(Path ear) throws IOException {
    Files.copy(ear, server.resolve("dropins").resolve(ear.getFileName()));
    return true;
  }

  @Override
  public void undeploy() throws IOException {
    Files.delete(server.resolve("apps/gatehouse.war"));
  }
}
