package dev.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InOrderTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private void awaitEnd() throws Exception {
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void several_threads_keep_the_order() throws Exception {
    InOrder inOrder = new InOrder(threads);
    List<Integer> all = IntStream.range(0, 10_000).boxed().toList();
    all.forEach(i -> inOrder.execute(() -> done.add(i)));
    inOrder.execute(threads::shutdown);
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(done).isEqualTo(all);
  }

  @Test
  void who_gives_work_does_not_wait_for_it() throws Exception {
    InOrder inOrder = new InOrder(threads);
    CountDownLatch given = new CountDownLatch(1);
    inOrder.execute(
        () -> {
          try {
            given.await();
            done.add(1);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    inOrder.execute(() -> done.add(2));
    assertThat(done).isEmpty();
    given.countDown();
    awaitEnd();
    assertThat(done).containsExactly(1, 2);
  }

  @Test
  void what_gives_work_while_it_works_has_it_done_afterwards() {
    InOrder inOrder = new InOrder(Runnable::run);
    inOrder.execute(
        () -> {
          inOrder.execute(() -> done.add(2));
          done.add(1);
        });
    assertThat(done).containsExactly(1, 2);
  }

  @Test
  void after_work_that_failed_the_rest_is_done_with_the_next() {
    InOrder inOrder = new InOrder(Runnable::run);
    assertThatThrownBy(
            () ->
                inOrder.execute(
                    () -> {
                      inOrder.execute(() -> done.add(1));
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    inOrder.execute(() -> done.add(2));
    assertThat(done).containsExactly(1, 2);
  }

  @Test
  void what_an_executor_refused_is_done_with_the_next() {
    AtomicInteger tries = new AtomicInteger();
    Executor refusing =
        work -> {
          if (tries.getAndIncrement() == 0) {
            throw new RejectedExecutionException();
          }
          work.run();
        };
    InOrder inOrder = new InOrder(refusing);
    assertThatThrownBy(() -> inOrder.execute(() -> done.add(1)))
        .isInstanceOf(RejectedExecutionException.class);
    inOrder.execute(() -> done.add(2));
    assertThat(done).containsExactly(1, 2);
  }

  @Test
  void who_gives_more_than_can_wait_waits() throws Exception {
    InOrder inOrder = new InOrder(threads);
    CountDownLatch full = new CountDownLatch(1);
    AtomicInteger given = new AtomicInteger();
    inOrder.execute(
        () -> {
          try {
            full.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Thread giver =
        new Thread(
            () ->
                IntStream.range(0, 2 * InOrder.MOST_WAITING)
                    .forEach(
                        i -> {
                          inOrder.execute(() -> done.add(i));
                          given.incrementAndGet();
                        }));
    giver.start();
    while (giver.getState() != Thread.State.WAITING) {
      Thread.sleep(10);
    }
    assertThat(given.get()).isBetween(InOrder.MOST_WAITING - 1, InOrder.MOST_WAITING + 1);
    full.countDown();
    giver.join();
    awaitEnd();
    assertThat(done).hasSize(2 * InOrder.MOST_WAITING);
  }
}
