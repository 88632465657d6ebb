package dev.gatehouse.support.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Micro: one jar, the WAR on the command line. */
public final class PayaraMicro extends Server {
  static final String NAME = "payara-micro";
  public static final Path JAR = software(nameUnderTest() + ".jar");

  private final List<String> deployments = new ArrayList<>();

  public PayaraMicro(Path directory, Values values) {
    super(directory, values);
  }

  @Override
  void configure() throws IOException {
    values.copy(CONFIG.resolve(NAME), directory);
  }

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>(List.of(java().toString(), "-jar", JAR.toString()));
    command.addAll(PayaraMicroOptions.of(directory));
    command.addAll(List.of("--port", String.valueOf(values.port())));
    command.addAll(deployments);
    return command;
  }

  @Override
  public void addOpenApi() throws IOException {
    change(directory.resolve("preboot.asadmin"), "(openapi.*enabled)=false", "$1=true");
  }

  @Override
  public void sendAuditToFile() throws IOException {
    Path properties = directory.resolve("logging.properties");
    Files.writeString(properties, auditTo(properties));
    deployments.addAll(List.of("--logproperties", properties.toString()));
  }

  // It has H2.
  @Override
  void addDataSource(String name, Path driver, String example, String value) throws IOException {
    Path commands = directory.resolve(name + ".asadmin");
    change(commands, example, value);
    if (!name.equals("h2")) {
      deployments.addAll(List.of("--addlibs", driver.toString()));
    }
    deployments.addAll(List.of("--postbootcommandfile", commands.toString()));
  }

  @Override
  Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public void deploy(Path war) {
    if (Files.isDirectory(war)) {
      deployments.add("--hotdeploy");
    }
    deployments.addAll(List.of("--deploy", war.toString(), "--contextroot", values.contextRoot()));
  }

  // By commands, since of several WARs on the command line the first that is refused is the last.
  @Override
  public void deployNeighbour(Path war) throws IOException {
    Path commands = directory.resolve("neighbours.asadmin");
    if (!Files.exists(commands)) {
      deployments.addAll(List.of("--postdeploycommandfile", commands.toString()));
    }
    Files.writeString(
        commands, "deploy " + war + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public boolean canRedeploy() {
    return false;
  }

  @Override
  public void undeploy() {
    throw new UnsupportedOperationException("Payara Micro is restarted with another WAR");
  }
}
