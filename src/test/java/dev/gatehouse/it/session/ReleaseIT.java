package dev.gatehouse.it.session;

import static dev.gatehouse.it.session.Conversation.status;
import static dev.gatehouse.it.session.Conversation.text;
import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.issuer;
import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.session;
import static dev.gatehouse.support.client.Gatehouse.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Listening;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.tools.Wars;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the server holds for clients, and holds no longer when they are gone. */
@Deployed
@Order(Wars.TOOLS_UNTOUCHED)
class ReleaseIT {
  private static final int ROUNDS = 6;
  private static final int CALLERS = 4;

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.tools();
  }

  private static List<Long> usage() throws Exception {
    String numbers = text(json(callTool(token(), "usage", "{}")));
    return Arrays.stream(numbers.split(" ")).map(Long::valueOf).toList();
  }

  // Clients that left are noticed by the next comments only.
  private static List<Long> usageOfNobody() throws Exception {
    List<Long> usage = usage();
    for (int i = 0; i < 240 && !isOfNobody(usage); i++) {
      Thread.sleep(500);
      usage = usage();
    }
    return usage;
  }

  // One thread reports; one object of a class may be left on the stack of an idle thread.
  private static boolean isOfNobody(List<Long> usage) {
    return usage.get(1) == 1 && usage.stream().skip(2).allMatch(objects -> objects <= 1);
  }

  private static Listening following(HttpRequest.Builder request, String first) throws Exception {
    Listening stream = Listening.to(request);
    String event = stream.event();
    while (!event.contains(first)) {
      event = stream.event();
    }
    return stream;
  }

  /** Clients that call, listen and leave, each in every way. */
  private static List<Long> crowd() throws Exception {
    List<Listening> streams = new ArrayList<>();
    List<HttpRequest.Builder> ends = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      Conversation caller = Conversation.of(issuer().mint().subject("usr_" + i).sign());
      String gate = "{\"name\":\"" + UUID.randomUUID() + "\"}";
      String session = session(caller.token());
      ends.add(caller.to(session, "DELETE"));
      streams.add(Listening.to(caller.to(session, "GET")));
      streams.add(following(caller.call(session, "linger", gate), "notifications/progress"));
      streams.add(following(caller.call("linger", gate, "", true), "notifications/progress"));
      streams.add(Listening.to(caller.token(), Listening.TOOLS));
    }
    List<Long> most = usage();
    for (HttpRequest.Builder end : ends) {
      assertThat(status(end)).isEqualTo(204);
    }
    for (Listening stream : streams) {
      stream.close();
    }
    return most;
  }

  @Test
  void nothing_of_calls_streams_and_sessions_is_left() throws Exception {
    List<Long> threads = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Long> open = crowd();
      // Else the numbers would say nothing.
      assertThat(open.subList(2, open.size()))
          .allMatch(objects -> objects >= CALLERS, "open: " + open);
      assertThat(open.get(1)).isGreaterThan(2 * CALLERS);
      List<Long> left = usageOfNobody();
      System.out.println("Open: " + open + "; left: " + left);
      assertThat(isOfNobody(left)).as("left: " + left).isTrue();
      threads.add(left.get(0));
    }
    // The pools of the server go up and down by less than one thread for each later call.
    assertThat(threads.get(ROUNDS - 1)).isLessThan(threads.get(0) + (ROUNDS - 1) * CALLERS);
  }
}
