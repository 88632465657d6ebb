package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.platform.CallThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditLogTest {
  private static final String HEADER = "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String META = "00-2af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @ApplicationScoped
  static class Observer {
    private final List<AuditEvent> seen = new ArrayList<>();
    private boolean broken;
    private Thread thread;

    void observe(@Observes AuditEvent event) {
      thread = Thread.currentThread();
      seen.add(event);
      if (broken) {
        throw new IllegalStateException("The database is away");
      }
    }

    List<AuditEvent> seen() {
      return seen;
    }

    Thread thread() {
      return thread;
    }

    void breakDown() {
      broken = true;
    }
  }

  @ApplicationScoped
  static class Threads extends CallThreads {
    @Override
    public Thread thread(Runnable work) {
      return new Thread(work);
    }
  }

  private final Lines lines = new Lines();
  private final WeldContainer container =
      new Weld()
          .disableDiscovery()
          .beanClasses(AuditLog.class, ClientOriginHolder.class, Observer.class, Threads.class)
          .initialize();
  private final AuditLog log = container.select(AuditLog.class).get();
  private final ClientOriginHolder sender = container.select(ClientOriginHolder.class).get();
  private final Observer observer = container.select(Observer.class).get();

  AuditLogTest() {
    sender.set(new ClientOrigin("203.0.113.7", Optional.of(HEADER)));
  }

  @AfterEach
  void close() {
    lines.close();
    if (container.isRunning()) {
      container.close();
    }
  }

  private AuditLog.Entry entry(Optional<String> traceparent) {
    return log.entry(Events.CALL, Events.caller("ann"), traceparent);
  }

  @Test
  void a_decision_is_a_line_and_an_event() {
    log.refused(Outcome.REFUSED_AUTHENTICATION, "EXPIRED");

    AuditEvent event = observer.seen().get(0);
    assertThat(event.reason()).isEqualTo("EXPIRED");
    assertThat(event.address()).contains("203.0.113.7");
    assertThat(event.traceId()).contains(HEADER.substring(3, 35));
    assertThat(lines.await(1)).containsExactly(AuditJson.line(event));
  }

  @Test
  void the_end_of_a_call_may_come_on_another_thread() throws Exception {
    AuditLog.Entry entry = entry(Optional.of(META));
    sender.clear();
    Thread other =
        new Thread(() -> entry.ended(Outcome.FAILED, "tool error", Duration.ofMillis(5)));
    other.start();
    other.join();

    AuditEvent event = observer.seen().get(0);
    assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(event.address()).contains("203.0.113.7");
    assertThat(event.traceId()).contains(META.substring(3, 35));
  }

  @Test
  void a_malformed_trace_in_the_message_leaves_that_of_the_header() {
    entry(Optional.of("nonsense")).refused(Outcome.REFUSED_SCOPE, "");

    assertThat(observer.seen().get(0).traceId()).contains(HEADER.substring(3, 35));
  }

  @Test
  void what_a_method_demanded_itself_is_what_was_needed() {
    entry(Optional.empty()).denied(Set.of("todo:admin"), Duration.ZERO);

    AuditEvent event = observer.seen().get(0);
    assertThat(event.outcome()).isEqualTo(Outcome.REFUSED_SCOPE);
    assertThat(event.call().orElseThrow().scopesNeeded()).containsExactly("todo:admin");
  }

  @Test
  void what_no_scope_would_have_helped_is_another_refusal() {
    entry(Optional.empty()).denied(Set.of(), Duration.ZERO);

    AuditEvent event = observer.seen().get(0);
    assertThat(event.outcome()).isEqualTo(Outcome.REFUSED_ACCESS);
    assertThat(event.duration()).contains(Duration.ZERO);
    assertThat(event.call().orElseThrow().scopesNeeded()).isNotEmpty();
  }

  @Test
  void an_observer_that_fails_changes_nothing() {
    observer.breakDown();
    entry(Optional.empty()).ended(Outcome.ALLOWED, "", Duration.ZERO);

    assertThat(lines.await(1)).singleElement().asString().contains("\"outcome\":\"allowed\"");
  }

  @Test
  void an_observer_is_told_on_the_thread_of_the_call_and_the_line_is_written_on_another() {
    entry(Optional.empty()).ended(Outcome.ALLOWED, "", Duration.ZERO);

    assertThat(observer.thread()).isSameAs(Thread.currentThread());
    lines.await(1);
    assertThat(lines.thread()).isNotSameAs(Thread.currentThread());
  }

  @Test
  void the_end_of_the_application_leaves_no_line_unwritten_and_no_thread() throws Exception {
    for (int i = 0; i < 500; i++) {
      entry(Optional.empty()).ended(Outcome.ALLOWED, "", Duration.ZERO);
    }
    container.close();

    assertThat(lines.all()).hasSize(500);
    lines.thread().join(30_000);
    assertThat(lines.thread().isAlive()).isFalse();
  }

  @Test
  void what_no_request_asked_for_came_from_nowhere() {
    sender.clear();
    log.refused(Outcome.REFUSED_ORIGIN, "Host");

    assertThat(observer.seen().get(0).address()).contains("unknown");
  }
}
