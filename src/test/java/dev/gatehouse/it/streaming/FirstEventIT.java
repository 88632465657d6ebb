package dev.gatehouse.it.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.tools.Wars;
import java.io.BufferedReader;
import java.io.InputStream;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without comments to keep streams alive, which would take along what a server kept to itself. */
@Deployed
@Order(Wars.QUIET)
class FirstEventIT {
  private final SlowCall call = new SlowCall();

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.quiet();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_event_leaves_at_once_while_the_tool_goes_on(boolean modern) throws Exception {
    HttpResponse<InputStream> response = call.send("step", "\"progressToken\":\"p1\"", modern);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(response.headers().firstValue("X-Accel-Buffering")).contains("no");
    try (BufferedReader events = SlowCall.reader(response)) {
      // The tool waits for what only this reader does next.
      assertThat(SlowCall.event(events))
          .contains("notifications/progress", "\"progressToken\":\"p1\"", "\"progress\":1,");
      call.open();
      assertThat(SlowCall.event(events)).contains("\"progress\":2,\"total\":2");
      assertThat(SlowCall.event(events)).contains("\"id\":\"s1\"", "true for ");
      assertThat(SlowCall.event(events)).isNull();
    }
  }
}
