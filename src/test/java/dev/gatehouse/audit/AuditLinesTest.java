package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AuditLinesTest {
  private final Lines log = new Lines();
  private final List<Thread> started = Collections.synchronizedList(new ArrayList<>());
  private final AuditLines lines =
      new AuditLines(
          work -> {
            Thread thread = new Thread(work);
            started.add(thread);
            return thread;
          });

  @AfterEach
  void stop() {
    log.goOn();
    lines.close();
    log.close();
  }

  private static AuditEvent event(int number) {
    return Events.ran(Outcome.ALLOWED, Events.caller("usr_" + number));
  }

  private static List<String> written(int many) {
    return IntStream.range(0, many).mapToObj(number -> AuditJson.line(event(number))).toList();
  }

  // One is in the hands of the thread.
  private void fill() {
    log.hang();
    IntStream.rangeClosed(0, AuditLines.MOST_WAITING).forEach(number -> lines.add(event(number)));
  }

  private Thread late() throws InterruptedException {
    Thread call = new Thread(() -> lines.add(event(AuditLines.MOST_WAITING + 1)));
    call.start();
    while (call.isAlive() && call.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return call;
  }

  @Test
  void they_are_written_in_their_order_by_one_thread() {
    IntStream.range(0, 5000).forEach(number -> lines.add(event(number)));

    assertThat(log.await(5000)).isEqualTo(written(5000));
    assertThat(started).hasSize(1);
  }

  @Test
  void when_too_many_wait_a_call_waits_rather_than_that_its_line_is_lost() throws Exception {
    fill();
    Thread call = late();
    assertThat(log.all()).isEmpty();

    log.goOn();
    call.join();
    assertThat(log.await(AuditLines.MOST_WAITING + 2))
        .isEqualTo(written(AuditLines.MOST_WAITING + 2));
  }

  @Test
  void a_call_that_is_told_to_stop_while_it_waits_has_its_line_and_stays_told() throws Exception {
    fill();
    boolean[] told = {false};
    Thread call =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              lines.add(event(AuditLines.MOST_WAITING + 1));
              told[0] = Thread.currentThread().isInterrupted();
            });
    call.start();
    while (call.isAlive() && call.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    call.interrupt();
    log.goOn();
    call.join();

    assertThat(told[0]).isTrue();
    assertThat(log.await(AuditLines.MOST_WAITING + 2)).hasSize(AuditLines.MOST_WAITING + 2);
  }

  @Test
  void the_end_writes_what_waits_and_a_call_that_ends_later_writes_its_own_after_it()
      throws Exception {
    fill();
    Thread call = late();
    Thread end = new Thread(lines::close);
    end.start();
    log.goOn();
    end.join();
    call.join();
    lines.add(event(AuditLines.MOST_WAITING + 2));

    assertThat(log.all()).isEqualTo(written(AuditLines.MOST_WAITING + 3));
    started.get(0).join();
    assertThat(started).singleElement().matches(thread -> !thread.isAlive());
  }
}
