package dev.gatehouse.it.listening;

import static dev.gatehouse.support.client.Listening.META;
import static dev.gatehouse.support.client.Listening.TOOLS;
import static dev.gatehouse.support.client.Listening.body;
import static dev.gatehouse.support.client.Listening.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Listening;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The end of a node as those see it who listen. */
class GracefulShutdownIT {
  private static void end(Server server, ServerProcess process) throws Exception {
    if (server.canRedeploy()) {
      server.undeploy();
    } else {
      process.close();
    }
  }

  @Test
  void who_listens_is_told_the_end_and_can_go_to_another_node() throws Exception {
    Values values = Beside.values();
    URI url = URI.create(values.mcpUrl());
    Server server = Beside.install(values);
    server.deploy(Path.of(System.getProperty("test.war")));
    try (ServerProcess process = server.start()) {
      process.awaitStatus(url, 401, Duration.ofMinutes(4));
      List<Listening> clients = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        clients.add(Listening.to(request(Beside.token(), body(TOOLS, META)).uri(url)));
        assertThat(clients.get(i).event()).contains("acknowledged");
      }
      end(server, process);
      for (Listening client : clients) {
        assertThat(client.event()).contains("\"id\":11,\"result\":{\"resultType\":\"complete\"");
        assertThat(client.event()).isNull();
        client.close();
      }
    }
  }
}
