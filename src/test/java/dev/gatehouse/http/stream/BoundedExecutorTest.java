package dev.gatehouse.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoundedExecutorTest {
  private final AtomicLong now = new AtomicLong();
  private final List<Runnable> threads = new ArrayList<>();
  private final BoundedExecutor executor = new BoundedExecutor(threads::add, 2, 10, now::get);
  private final AtomicInteger done = new AtomicInteger();

  private void runThreads() {
    List<Runnable> now = List.copyOf(threads);
    threads.clear();
    now.forEach(Runnable::run);
  }

  @Test
  void many_tasks_share_a_few_threads() {
    for (int i = 0; i < 100; i++) {
      executor.execute(done::incrementAndGet);
    }
    assertThat(threads).hasSize(2);
    runThreads();
    assertThat(done).hasValue(100);
  }

  @Test
  void a_thread_that_has_nothing_left_is_given_back() {
    for (int i = 1; i <= 10; i++) {
      executor.execute(done::incrementAndGet);
      runThreads();
      assertThat(done).hasValue(i);
    }
  }

  @Test
  void a_task_that_fails_takes_nothing_from_the_others() {
    for (int i = 0; i < 10; i++) {
      executor.execute(
          () -> {
            done.incrementAndGet();
            throw new IllegalStateException("of this task only");
          });
      runThreads();
    }
    assertThat(done).hasValue(10);
  }

  @Test
  void without_threads_it_runs_on_that_of_the_caller() {
    BoundedExecutor refused =
        new BoundedExecutor(
            task -> {
              throw new RejectedExecutionException("going down");
            },
            2,
            10,
            now::get);
    refused.execute(done::incrementAndGet);
    refused.execute(done::incrementAndGet);
    refused.execute(done::incrementAndGet);
    assertThat(done).hasValue(3);
  }

  @Test
  void waiting_ends_with_the_last_task_or_with_patience() throws Exception {
    BoundedExecutor real =
        new BoundedExecutor(task -> new Thread(task).start(), 2, 10, System::nanoTime);
    CountDownLatch go = new CountDownLatch(1);
    real.execute(
        () -> {
          try {
            go.await();
            done.incrementAndGet();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    real.awaitIdle(Duration.ofMillis(1));
    assertThat(done).hasValue(0);
    go.countDown();
    real.awaitIdle(Duration.ofMinutes(2));
    assertThat(done).hasValue(1);
  }

  @Test
  void threads_that_are_held_up_do_not_count_up_to_a_number() {
    executor.execute(done::incrementAndGet);
    executor.execute(done::incrementAndGet);
    executor.execute(done::incrementAndGet);
    executor.relieve();
    assertThat(threads).hasSize(2);
    now.addAndGet(1_000_000_001L);
    executor.relieve();
    assertThat(threads).hasSize(3);
    for (int i = 0; i < 20; i++) {
      executor.execute(done::incrementAndGet);
      now.addAndGet(1_000_000_001L);
      executor.relieve();
    }
    assertThat(threads).hasSize(2 + 10);
    runThreads();
    assertThat(done).hasValue(23);
  }
}
