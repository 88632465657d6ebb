package dev.gatehouse.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.PayaraMicro;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentRefusalIT {
  @TempDir Path directory;

  @Test
  void a_war_with_nothing_right_is_refused_in_one_message_that_names_everything() throws Exception {
    WebArchive war =
        ShrinkWrap.create(ZipImporter.class, "bad.war")
            .importFrom(new File(System.getProperty("test.war")))
            .as(WebArchive.class)
            .addClass(BadTools.class);
    File file = directory.resolve("bad.war").toFile();
    war.as(ZipExporter.class).exportTo(file);
    String message = refusal(file.toPath(), Map.of());
    assertThat(message)
        .contains("SCALEKIT_ENVIRONMENT_URL", "SCALEKIT_RESOURCE_ID", "MCP_URL")
        .contains("BadTools.undecided")
        .contains("create_todo is declared twice")
        .contains("BadTools.unusable", "java.lang.Thread");
  }

  @Test
  void settings_that_cannot_be_are_refused_with_the_way_to_mend_them() throws Exception {
    Path war = Path.of(System.getProperty("test.war"));
    String message =
        refusal(
            war,
            Map.of(
                "SCALEKIT_ENVIRONMENT_URL", "http://acme.scalekit.dev",
                "SCALEKIT_RESOURCE_ID", "conn_1",
                "MCP_URL", "/mcp"));
    assertThat(message)
        .contains("SCALEKIT_ENVIRONMENT_URL", "https")
        .contains("SCALEKIT_RESOURCE_ID", "res_")
        .contains("MCP_URL");
  }

  private String refusal(Path war, Map<String, String> settings) throws Exception {
    Path log = directory.resolve("server.log");
    Path jar = Path.of(System.getProperty("payara.micro.jar"));
    try (PayaraMicro server = PayaraMicro.start(jar, war, freePort(), settings, log)) {
      assertThat(server.awaitReady(Duration.ofMinutes(3))).isFalse();
      String output = server.output();
      int start = output.indexOf("Gatehouse can't start");
      assertThat(start).as(output).isNotNegative();
      return output.substring(start, Math.min(output.length(), start + 2500));
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
