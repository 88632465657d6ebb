package dev.gatehouse.run.cluster;

import dev.gatehouse.run.maven.Maven;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One node.
 *
 * @param server its kind
 * @param environment what it is told besides the files of server-config
 */
public record Member(
    String server, Values values, Server installed, Map<String, String> environment) {
  /** The kinds of servers, of which each cluster has one. */
  public static final List<String> SERVERS = List.of("payara-micro", "wildfly", "liberty");

  private static final Duration START = Duration.ofMinutes(4);

  public Member {
    environment = Map.copyOf(environment);
  }

  /** Unpacks what Maven Central has of them. */
  public static void unpack() throws IOException, InterruptedException {
    Maven maven = new Maven();
    for (String server : SERVERS) {
      maven.run("-P" + server, "dependency:unpack@unpacked-server");
    }
  }

  /** Installs a server as server-config has it, with this WAR and the database at this port. */
  public static Member install(
      String server,
      Path folder,
      Values values,
      Path war,
      int database,
      Map<String, String> environment)
      throws IOException {
    Server installed = Server.install(server, folder.resolve(server), values);
    installed.addDatabase(database);
    installed.deploy(war);
    return new Member(server, values, installed, environment);
  }

  /** What the balancer calls it. */
  public String name() {
    return server.replaceFirst("-.*", "");
  }

  /** The endpoint, without the balancer. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + values.port() + "/mcp");
  }

  /** Starts it, for the first time or again. */
  public ServerProcess start() throws IOException {
    return installed.start(environment);
  }

  /** Waits until it answers. */
  public void await(ServerProcess process) throws IOException, InterruptedException {
    process.awaitStatus(url(), 401, START);
  }
}
