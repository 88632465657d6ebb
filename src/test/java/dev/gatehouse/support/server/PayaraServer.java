package dev.gatehouse.support.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Payara Server: a domain of its own, run in the foreground. */
final class PayaraServer extends Server {
  static final String NAME = "payara-server";
  private static final Path HOME = software("payara6");

  PayaraServer(Path directory, Values values) {
    super(directory, values);
  }

  @Override
  void configure() throws IOException {
    values.copy(CONFIG.resolve(NAME), directory);
    copyTree(HOME.resolve("glassfish/domains"), directory.resolve("domains"));
    // Until a test deploys.
    Path postboot = directory.resolve("postboot.asadmin");
    Files.write(
        postboot,
        Files.readAllLines(postboot).stream()
            .filter(line -> !line.startsWith("deploy "))
            .collect(Collectors.toList()));
  }

  @Override
  List<String> command() {
    return List.of(
        HOME.resolve("bin/asadmin").toString(),
        "start-domain",
        "--domaindir",
        directory.resolve("domains").toString(),
        "--verbose",
        "--prebootcommandfile",
        directory.resolve("preboot.asadmin").toString(),
        "--postbootcommandfile",
        directory.resolve("postboot.asadmin").toString(),
        "domain1");
  }

  @Override
  Map<String, String> environment() {
    return Map.of("AS_JAVA", System.getProperty("java.home"));
  }

  @Override
  public void deploy(Path war) throws IOException {
    String line =
        Files.readAllLines(CONFIG.resolve(NAME).resolve("postboot.asadmin")).stream()
            .filter(text -> text.startsWith("deploy "))
            .findFirst()
            .orElseThrow();
    run(values.applyTo(line).replace("/opt/gatehouse/gatehouse.war", war.toString()));
  }

  @Override
  public void addOpenApi() throws IOException {
    change(directory.resolve("preboot.asadmin"), "(openapi.*enabled)=false", "$1=true");
  }

  @Override
  public void sendAuditToFile() throws IOException {
    Files.writeString(
        directory.resolve("domains/domain1/config/logging.properties"),
        auditTo(directory.resolve("audit.properties")),
        StandardOpenOption.APPEND);
  }

  // It has H2.
  @Override
  void addDataSource(String name, Path driver, String example, String value) throws IOException {
    Path commands = directory.resolve(name + ".asadmin");
    change(commands, example, value);
    if (!name.equals("h2")) {
      Files.copy(
          driver,
          directory.resolve("domains/domain1/lib").resolve(driver.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
    for (String line : Files.readAllLines(commands)) {
      if (!line.startsWith("#")) {
        run(line);
      }
    }
  }

  @Override
  public void deployNeighbour(Path war) throws IOException {
    run("deploy " + war);
  }

  @Override
  public boolean deployEar(Path ear) throws IOException {
    deployNeighbour(ear);
    return true;
  }

  @Override
  public void undeploy() throws IOException {
    run("undeploy gatehouse");
  }

  private void run(String line) throws IOException {
    if (isRunning()) {
      List<String> command = new ArrayList<>();
      command.add(HOME.resolve("bin/asadmin").toString());
      command.addAll(List.of("--port", String.valueOf(values.managementPort())));
      command.addAll(List.of(line.split(" +")));
      ServerProcess.run(command, environment(), directory.resolve("asadmin.log"));
    } else {
      Files.writeString(
          directory.resolve("postboot.asadmin"), line + "\n", StandardOpenOption.APPEND);
    }
  }
}
