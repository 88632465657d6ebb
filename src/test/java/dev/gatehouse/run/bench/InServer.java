package dev.gatehouse.run.bench;

import dev.gatehouse.run.bench.bare.BareApplication;
import dev.gatehouse.run.maven.Maven;
import dev.gatehouse.support.server.FreePorts;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A WAR in an application server, configured as server-config has it.
 *
 * @param server its profile in the pom, and what its configuration is named after
 * @param isOurs whether the WAR is Gatehouse, or only a resource with a fixed answer
 */
record InServer(String name, String server, boolean isOurs) implements Subject {
  static final String BARE = "-jaxrs";
  private static final Path GATEHOUSE = Path.of("target", "gatehouse.war").toAbsolutePath();

  static InServer gatehouse(String name, String server) {
    return new InServer(name, server, true);
  }

  static InServer bare(String name, String server) {
    return new InServer(name + BARE, server, false);
  }

  @Override
  public String title() throws IOException {
    return (isOurs ? "Gatehouse on " : "JAX-RS on ") + Titles.ofServer(server);
  }

  @Override
  public void prepare(Maven maven) throws IOException, InterruptedException {
    maven.run("-P" + server, "dependency:unpack@unpacked-server");
  }

  @Override
  public ServerProcess start(Issuer issuer, int port, Map<String, String> environment)
      throws IOException {
    Path directory = Path.of("target", "bench", name);
    String url = "http://127.0.0.1:" + port + "/mcp";
    Values values = issuer.values(url, port, FreePorts.next());
    Server installed = Server.install(server, directory, values);
    installed.deploy(isOurs ? GATEHOUSE : bareWar(directory));
    return installed.start(environment);
  }

  private static Path bareWar(Path directory) throws IOException {
    Path war = Files.createDirectories(directory).toAbsolutePath().resolve("bare.war");
    ShrinkWrap.create(WebArchive.class)
        .addPackage(BareApplication.class.getPackage())
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .as(ZipExporter.class)
        .exportTo(war.toFile(), true);
    return war;
  }
}
