package dev.gatehouse.run.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Clients that each send the next request when they have the answer to the last one. */
final class ClosedLoop {
  static final int CONNECTIONS = 16;
  // So that all ids have as many digits, and none is in use twice.
  private static final long FIRST_ID = 100_000;
  private static final long IDS_OF_EACH = 50_000;

  private final Client client;
  private final Case what;
  private final Tokens tokens;
  private final String todo;
  private final Expected expected;

  ClosedLoop(Client client, Case what, Tokens tokens, String todo) {
    this.client = client;
    this.what = what;
    this.tokens = tokens;
    this.todo = todo;
    expected = new Expected(what.kind(), todo);
  }

  /** So many of them for so long. */
  Driven run(int connections, double seconds) throws IOException, InterruptedException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    return run(connections, () -> System.nanoTime() < end);
  }

  /** So many of them while there is more to do. */
  Driven run(int connections, BooleanSupplier more) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Callable<Lane>> lanes = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        lanes.add(new Lane(i, more));
      }
      long begin = System.nanoTime();
      List<Lane> ended = new ArrayList<>();
      for (Future<Lane> lane : threads.invokeAll(lanes)) {
        ended.add(lane.get());
      }
      return sum(ended, System.nanoTime() - begin);
    } catch (ExecutionException e) {
      throw new IOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Driven sum(List<Lane> lanes, long nanos) {
    return new Driven(
        lanes.stream().mapToLong(lane -> lane.right).sum(),
        lanes.stream().mapToLong(lane -> lane.wrong).sum(),
        lanes.stream().mapToLong(lane -> lane.broken).sum(),
        lanes.stream().mapToLong(lane -> lane.bytes).sum(),
        nanos,
        lanes.stream().flatMapToLong(lane -> Arrays.stream(lane.latencies())).toArray());
  }

  /** One client on one thread. */
  private final class Lane implements Callable<Lane> {
    private final int number;
    private final BooleanSupplier more;
    private long[] latencies = new long[1024];
    private long sent;
    private int answered;
    private long right;
    private long wrong;
    private long broken;
    private long bytes;

    Lane(int number, BooleanSupplier more) {
      this.number = number;
      this.more = more;
    }

    @Override
    public Lane call() {
      try (Connection connection = new Connection(client.url())) {
        while (more.getAsBoolean()) {
          ask(connection);
        }
      }
      return this;
    }

    private void ask(Connection connection) {
      long turn = sent++;
      long id = FIRST_ID + number * IDS_OF_EACH + turn % IDS_OF_EACH;
      var token = tokens.of(what.kind(), number + turn * CONNECTIONS);
      var request = client.request(what.kind().operation, todo, id, token);
      long begin = System.nanoTime();
      try {
        Answer answer = connection.send(request);
        keep(System.nanoTime() - begin);
        count(answer, expected.isRight(answer, id));
      } catch (IOException e) {
        broken++;
      }
    }

    private void count(Answer answer, boolean isRight) {
      right += isRight ? 1 : 0;
      wrong += isRight ? 0 : 1;
      bytes += isRight ? answer.body().length : 0;
    }

    private void keep(long nanos) {
      if (answered == latencies.length) {
        latencies = Arrays.copyOf(latencies, 2 * answered);
      }
      latencies[answered++] = nanos;
    }

    private long[] latencies() {
      return Arrays.copyOf(latencies, answered);
    }
  }
}
