package dev.gatehouse.it.deployment;

import static dev.gatehouse.support.client.Listening.META;
import static dev.gatehouse.support.client.Listening.TOOLS;
import static dev.gatehouse.support.client.Listening.body;
import static dev.gatehouse.support.client.Listening.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.support.client.Listening;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.OlderDeployments;
import dev.gatehouse.support.server.Results;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** A server as operators run it, from its start on to the last of its deployments. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(Lifecycle.PER_CLASS)
class LifecycleIT extends ServerSurface {
  private static final Duration START = Duration.ofMinutes(4);
  private static final int DEPLOYMENTS = 4;
  private static final int LAST = Integer.MAX_VALUE;

  private final Path war = Path.of(System.getProperty("test.war"));
  private final URI url = URI.create(values.mcpUrl());
  private Duration ready;

  @BeforeAll
  void start() throws Exception {
    server = Beside.install(values);
    server.sendAuditToFile();
    server.deploy(war);
    // Measured with the Java that operators run, without what the tests ask of it.
    process = server.start(Map.of("JDK_JAVA_OPTIONS", ""));
    // Where nobody needs a token, so that nothing is in the audit yet.
    ready =
        process.awaitStatus(url.resolve("/.well-known/oauth-protected-resource/mcp"), 405, START);
  }

  @AfterAll
  void stop() {
    process.close();
  }

  @Test
  @Order(2)
  void the_files_of_server_config_are_all_that_it_takes() throws Exception {
    for (int i = 0; i < 20; i++) {
      Ping.assertAnswers(url);
    }
    Results.record(ready, process.residentBytes());
  }

  @Test
  @Order(LAST - 1)
  void who_listens_is_told_the_end_and_can_go_to_another_node() throws Exception {
    OlderDeployments.occupyEveryWorker(url);
    List<Listening> clients = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      clients.add(Listening.to(request(Beside.token(), body(TOOLS, META)).uri(url)));
      assertThat(clients.get(i).event()).contains("acknowledged");
    }
    end();
    for (Listening client : clients) {
      assertThat(client.event()).contains("\"id\":11,\"result\":{\"resultType\":\"complete\"");
      assertThat(client.event()).isNull();
      client.close();
    }
  }

  private void end() throws Exception {
    if (server.canRedeploy()) {
      server.undeploy();
      process.awaitStatus(url, 404, START);
    } else {
      process.close();
    }
  }

  @Test
  @Order(LAST)
  void deployed_again_and_again_it_works_and_older_deployments_leave_the_memory() throws Exception {
    assumeTrue(server.canRedeploy(), "This server is restarted instead");
    for (int i = 1; i < DEPLOYMENTS; i++) {
      server.deploy(war);
      process.awaitStatus(url, 401, START);
      Ping.assertAnswers(url);
      assertThat(OlderDeployments.alive(process)).isPositive();
      server.undeploy();
      process.awaitStatus(url, 404, START);
    }
    assumeTrue(server.forgetsDeployments(), "This server keeps what was undeployed");
    OlderDeployments.assertGone(process);
  }
}
