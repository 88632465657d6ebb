package dev.gatehouse.it.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same WAR on a server without MicroProfile Health and OpenTelemetry. */
class HealthAbsentIT {

  @Test
  void the_war_runs_without_microprofile_health_and_opentelemetry() throws Exception {
    Values values = Beside.values();
    Server server = Beside.install(values);
    assumeTrue(server.removeOptionalApis(), "This server always has them");
    server.deploy(Path.of(System.getProperty("test.war")));
    try (ServerProcess process = server.start(Map.of("OTEL_SDK_DISABLED", "false"))) {
      process.awaitStatus(URI.create(values.mcpUrl()), 401, Duration.ofMinutes(4));
      assertThat(get(Server.health(values))).doesNotContain("gatehouse-");
      assertThat(process.output())
          .doesNotContain("NoClassDefFound", "ClassNotFound", "Spans and metrics");
    }
  }

  private static String get(URI url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
        .body();
  }
}
