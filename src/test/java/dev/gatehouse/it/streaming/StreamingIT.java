package dev.gatehouse.it.streaming;

import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.tools.Wars;
import java.io.BufferedReader;
import java.io.InputStream;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Deployed
@Order(Wars.TOOLS)
class StreamingIT {
  private final SlowCall call = new SlowCall();

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.tools();
  }

  @Test
  void without_a_token_for_progress_the_answer_is_plain_json() throws Exception {
    call.open();
    HttpResponse<InputStream> response = call.send("step", "", true);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(response.headers().firstValue("Content-Length")).isPresent();
  }

  @Test
  void a_silent_stream_is_kept_alive_with_comments() throws Exception {
    HttpResponse<InputStream> response = call.send("step", "\"progressToken\":1", true);
    try (BufferedReader events = SlowCall.reader(response)) {
      SlowCall.event(events);
      // Each is followed by an empty line.
      int comments = 0;
      while (comments < 3) {
        comments += SlowCall.next(events).startsWith(":") ? 1 : 0;
      }
      call.open();
    }
  }

  @Test
  void a_client_that_leaves_cancels_and_interrupts_the_tool() throws Exception {
    HttpResponse<InputStream> response = call.send("linger", "", true);
    response.body().close();
    String arguments = "{\"name\":\"" + call.name + "\"}";
    String end = "";
    for (int i = 0; i < 60 && !end.contains("cancelled and interrupted"); i++) {
      Thread.sleep(500);
      end = callTool(token(), "end", arguments).body();
    }
    assertThat(end).contains("cancelled and interrupted");
  }
}
