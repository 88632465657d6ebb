package dev.gatehouse.run.cluster;

import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One node. */
record Member(String server, Values values, ServerProcess process) {
  private static final Duration START = Duration.ofMinutes(4);

  /** Installs a server as server-config has it, with this WAR and the database at this port. */
  static Member start(
      String server, Values values, Path war, int database, Map<String, String> environment)
      throws IOException {
    Server installed = Server.install(server, Path.of("target", "cluster", server), values);
    installed.addDatabase(database);
    installed.deploy(war);
    return new Member(server, values, installed.start(environment));
  }

  void await() throws IOException, InterruptedException {
    process.awaitStatus(URI.create("http://127.0.0.1:" + values.port() + "/mcp"), 401, START);
  }
}
