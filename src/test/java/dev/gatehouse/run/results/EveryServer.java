package dev.gatehouse.run.results;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the integration tests on every server, two at a time, and prints what was found. */
public final class EveryServer {
  // They wait more than they work.
  private static final int AT_ONCE = 2;

  private EveryServer() {}

  /** Takes the arguments of {@link ResultsTable}. */
  public static void main(String[] args) throws Exception {
    endWithWhoStartedThis();
    List<String> failed = failed(List.of(args).subList(ResultsTable.SERVERS, args.length));
    ResultsTable.main(args);
    if (!failed.isEmpty()) {
      System.err.println("Failed on " + String.join(", ", failed));
      System.exit(1);
    }
    System.exit(0);
  }

  private static List<String> failed(List<String> servers) throws Exception {
    ExecutorService places = Executors.newFixedThreadPool(AT_ONCE);
    Map<String, Future<Boolean>> runs = new LinkedHashMap<>();
    for (String server : servers) {
      runs.put(server, places.submit(new ServerRun(server)));
    }
    places.shutdown();
    List<String> failed = new ArrayList<>();
    for (Map.Entry<String, Future<Boolean>> run : runs.entrySet()) {
      if (!run.getValue().get()) {
        failed.add(run.getKey());
      }
    }
    return failed;
  }

  // The input of this JVM ends when the Maven that started it does, even by SIGKILL.
  private static void endWithWhoStartedThis() {
    Thread watch =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                System.exit(1);
              }
            });
    watch.setDaemon(true);
    watch.start();
  }
}
