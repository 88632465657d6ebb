package dev.gatehouse.it.listening;

import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.issuer;
import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.tools.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** With few comments to keep streams alive: thousands each second would be most of the work. */
@Deployed
@Order(Wars.QUIET)
class ManyListenIT {
  private static final String TOLD = "notifications/tools/list_changed";

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.quiet();
  }

  private static String call(String tool) throws Exception {
    return json(callTool(token(), tool, "{}"))
        .getJsonObject("result")
        .getJsonArray("content")
        .getJsonObject(0)
        .getString("text");
  }

  private static int streams() throws Exception {
    return Integer.parseInt(call("listeners"));
  }

  private static int threads() throws Exception {
    return Integer.parseInt(call("usage").split(" ")[0]);
  }

  private static void change() throws Exception {
    assertThat(callTool(token(), "change", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void five_thousand_streams_hold_no_threads() throws Exception {
    int before = threads();
    try (ManyListening many = new ManyListening()) {
      for (int i = 0; i < 100; i++) {
        many.open(issuer().mint().subject("usr_" + i).sign(), 50);
        if (i % 5 == 4) {
          // All at once would ask how long a server's queue is.
          assertThat(many.awaitAll("acknowledged")).as(many.firstText()).isEqualTo(50L * (i + 1));
        }
      }
      assertThat(streams()).isEqualTo(5000);
      // Servers' pools grow to some hundred when thousands come; one each would be 5000.
      int open = threads();
      System.out.println("Threads before: " + before + "; with 5000 streams: " + open);
      assertThat(open).isLessThan(before + 500);
      change();
      assertThat(many.awaitAll(TOLD)).isEqualTo(5000);
    }
    awaitNobody();
  }

  // That a client has left is noticed by what is written to it next.
  private static void awaitNobody() throws Exception {
    for (int i = 0; i < 60 && streams() > 0; i++) {
      change();
      Thread.sleep(500);
    }
    assertThat(streams()).isZero();
  }
}
