package dev.gatehouse.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Outcome;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private Measured server;

  @BeforeEach
  void start() throws Exception {
    server = new Measured();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Collection<HistogramPointData> durations() {
    MetricData metric = server.metrics().get("mcp.server.operation.duration");
    assertThat(metric.getUnit()).isEqualTo("s");
    return metric.getHistogramData().getPoints();
  }

  @Test
  void every_request_is_measured_in_seconds_and_in_the_buckets_of_the_convention()
      throws Exception {
    server.send("tools/call", "\"name\":\"add\"");
    server.send("tools/call", "\"name\":\"add\"");

    HistogramPointData point = durations().iterator().next();
    assertThat(point.getCount()).isEqualTo(2);
    assertThat(point.getSum()).isBetween(1e-9, 60.0);
    assertThat(point.getBoundaries())
        .containsExactly(
            0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0);
    assertThat(point.getAttributes().asMap())
        .containsOnlyKeys(
            Names.METHOD,
            Names.VERSION,
            Names.TOOL,
            Names.OPERATION,
            Names.TRANSPORT,
            Names.PROTOCOL);
    assertThat(point.getExemplars()).isNotEmpty();
  }

  @Test
  void names_that_clients_make_up_are_one_measurement() throws Exception {
    for (int i = 0; i < 100; i++) {
      server.send("tools/call", "\"name\":\"made-up-" + i + "\"");
      server.send("made/up" + i, "");
      server.send("resources/read", "\"uri\":\"note://of/" + i + "\"");
      server.send(
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
          Map.of("MCP-Protocol-Version", "2025-01-" + i));
    }

    Collection<HistogramPointData> points = durations();
    assertThat(points).hasSize(4);
    assertThat(points).extracting(HistogramPointData::getCount).containsOnly(100L);
  }

  @Test
  void refusals_are_counted_by_outcome_and_reason() {
    AuditLog audit = server.bean(AuditLog.class);
    for (int i = 0; i < 3; i++) {
      audit.refused(Outcome.REFUSED_AUTHENTICATION, "EXPIRED");
    }
    audit.refused(Outcome.REFUSED_AUTHENTICATION, "NO_TOKEN");
    audit.refused(Outcome.REFUSED_ORIGIN, "Host");

    Set<String> counted =
        server.metrics().get("gatehouse.refusals").getLongSumData().getPoints().stream()
            .map(MeasurementTest::line)
            .collect(Collectors.toSet());
    assertThat(counted)
        .containsExactlyInAnyOrder(
            "refused-authentication EXPIRED 3",
            "refused-authentication NO_TOKEN 1",
            "refused-origin Host 1");
  }

  private static String line(LongPointData point) {
    return point.getAttributes().get(Names.OUTCOME)
        + " "
        + point.getAttributes().get(Names.REASON)
        + " "
        + point.getValue();
  }
}
