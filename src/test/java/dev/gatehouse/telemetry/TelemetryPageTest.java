package dev.gatehouse.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Outcome;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of names in the documentation: all that is measured, and where. */
class TelemetryPageTest {
  private static final Path PAGE = Path.of("docs/operate.md");
  private static final String BEGIN = "<!-- telemetry -->\n";
  private static final String END = "<!-- /telemetry -->";

  private static Set<String> names(Stream<Attributes> attributes) {
    return attributes
        .flatMap(each -> each.asMap().keySet().stream())
        .map(key -> "`" + key.getKey() + "`")
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(MetricData metric) {
    Collection<? extends PointData> points = metric.getData().getPoints();
    return names(points.stream().map(PointData::getAttributes));
  }

  /** The attributes whose cell in the column of this title says yes. */
  private static Set<String> marked(String title) throws Exception {
    String page = Files.readString(PAGE);
    String[] rows =
        page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)).split("\n");
    int column = Stream.of(rows[0].split("\\|")).map(String::strip).toList().indexOf(title);
    return Stream.of(rows)
        .skip(2)
        .map(row -> row.split("\\|"))
        .filter(cells -> cells[column].strip().equals("yes"))
        .map(cells -> cells[1].strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void what_is_measured_is_described_and_nothing_else() throws Exception {
    Map<String, Set<String>> measured = new TreeMap<>();
    try (Measured server = new Measured()) {
      server.send("tools/call", "\"name\":\"add\"");
      server.send("tools/call", "\"name\":\"none\"");
      server.send("prompts/get", "\"name\":\"welcome\"");
      server.send("resources/read", "\"uri\":\"note://today\"");
      server.bean(AuditLog.class).refused(Outcome.REFUSED_AUTHENTICATION, "EXPIRED");
      measured.put("Spans", names(server.spans().stream().map(SpanData::getAttributes)));
      server.metrics().forEach((name, metric) -> measured.put("`" + name + "`", names(metric)));
    }

    assertThat(measured)
        .containsOnlyKeys("Spans", "`mcp.server.operation.duration`", "`gatehouse.refusals`");
    for (var column : measured.entrySet()) {
      assertThat(marked(column.getKey())).as(column.getKey()).isEqualTo(column.getValue());
    }
  }
}
