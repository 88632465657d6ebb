package dev.gatehouse.support.server;

import dev.gatehouse.support.telemetry.OtlpReceiver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A server with all that an operator can switch on: spans and metrics, the administrators'
 * resources, the tools on the landing page, a database to try. It starts for the first class that
 * asks, and ends with this JVM; its tests expect no order, and disturb nobody.
 */
public record SwitchedOn(Values values, ServerProcess process, OtlpReceiver receiver) {
  public static final String TITLE = "Acme's <i>todos</i> & </title><script>alert(1)</script>";
  public static final String ABOUT = "For the <b>initiated</b>";
  private static final Map<String, String> SETTINGS =
      Map.of(
          "MCP_ADMIN_ENABLED",
          "true",
          "MCP_LANDING_TOOLS",
          "true",
          "MCP_SERVER_TITLE",
          TITLE,
          "MCP_INSTRUCTIONS",
          ABOUT);
  private static final Map<String, String> TELEMETRY =
      Map.of(
          // Or Liberty's console leaves the audit to its file.
          "WLP_LOGGING_CONSOLE_LOGLEVEL", "INFO",
          "OTEL_SDK_DISABLED", "false",
          "OTEL_SERVICE_NAME", "gatehouse",
          "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
          "OTEL_METRICS_EXPORTER", "otlp",
          "OTEL_LOGS_EXPORTER", "none",
          "OTEL_BSP_SCHEDULE_DELAY", "200",
          "OTEL_METRIC_EXPORT_INTERVAL", "500");

  private static SwitchedOn running;

  /** The one of this run. */
  public static synchronized SwitchedOn server() throws IOException, InterruptedException {
    if (running == null) {
      running = start();
    }
    return running;
  }

  /** The file of its database, without what H2 adds to the name. */
  public static Path database(Values values) {
    return Path.of(System.getProperty("test.instance") + "-data-" + values.port(), "gatehouse");
  }

  private static SwitchedOn start() throws IOException, InterruptedException {
    OtlpReceiver receiver = new OtlpReceiver();
    Map<String, String> environment = new HashMap<>(SETTINGS);
    environment.putAll(TELEMETRY);
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url().toString());
    Values values = Beside.values();
    Server server = Beside.install(values);
    server.addTelemetry();
    server.addTrialDatabase(database(values).toAbsolutePath());
    server.deploy(Path.of(System.getProperty("test.war")));
    ServerProcess process = server.start(environment);
    process.awaitStatus(URI.create(values.mcpUrl()), 401, Duration.ofMinutes(4));
    return new SwitchedOn(values, process, receiver);
  }
}
