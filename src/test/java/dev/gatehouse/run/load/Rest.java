package dev.gatehouse.run.load;

import dev.gatehouse.run.load.Usage.Held;
import dev.gatehouse.support.tools.UsageTools;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What the nodes and their database hold when nobody calls.
 *
 * @param nodes by their name
 * @param rows by table
 */
record Rest(Map<String, AtNode> nodes, Map<String, Long> rows) {
  /** Live objects that sessions and streams consist of, by class. */
  static final List<String> HELD = UsageTools.HELD;

  /** The table that has a row for each node that lives. */
  static final String NODES = "gatehouse_node";

  private static final int LOOK_SECONDS = 5;
  private static final int LEAST_SECONDS = 100;
  private static final int MOST_SECONDS = 240;
  private static final int SAME_SECONDS = 30;

  /** One of them. */
  record AtNode(Usage usage, Map<String, Held> histogram) {
    long held(String type) {
      return histogram.getOrDefault("dev.gatehouse." + type, Held.NOTHING).count();
    }
  }

  Rest {
    nodes = new TreeMap<>(nodes);
    rows = new TreeMap<>(rows);
  }

  /**
   * Waits until connections that are idle, threads of pools and streams that nobody reads have
   * gone: at least 100 seconds, at most 4 minutes, until half a minute brings no change.
   */
  static Rest of(Cluster cluster) throws IOException, InterruptedException, SQLException {
    // Nodes read what others tell within two seconds.
    Thread.sleep(LOOK_SECONDS * 1000L);
    cluster.store.age();
    long began = System.nanoTime();
    long changed = began;
    Map<String, Usage> last = look(cluster);
    while (seconds(began) < LEAST_SECONDS
        || seconds(began) < MOST_SECONDS && seconds(changed) < SAME_SECONDS) {
      Thread.sleep(LOOK_SECONDS * 1000L);
      Map<String, Usage> now = look(cluster);
      changed = isSame(last, now) ? changed : System.nanoTime();
      last = now;
    }
    while (!isSwept(cluster) && seconds(began) < MOST_SECONDS) {
      Thread.sleep(LOOK_SECONDS * 1000L);
    }
    Map<String, AtNode> nodes = new TreeMap<>();
    for (Node node : cluster.nodes) {
      nodes.put(node.name, new AtNode(last.get(node.name), Usage.histogram(node.pid())));
    }
    Rest rest = new Rest(nodes, cluster.store.rows());
    System.out.println("At rest: " + last + " " + rest.rows());
    return rest;
  }

  private static long seconds(long since) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
  }

  private static boolean isSwept(Cluster cluster) throws SQLException {
    return cluster.store.rows().entrySet().stream()
        .allMatch(table -> table.getKey().equals(NODES) || table.getValue() == 0);
  }

  private static Map<String, Usage> look(Cluster cluster) throws IOException, InterruptedException {
    Map<String, Usage> nodes = new TreeMap<>();
    for (Node node : cluster.nodes) {
      nodes.put(node.name, Usage.of(node.pid(), cluster.store.port()));
    }
    return nodes;
  }

  private static boolean isSame(Map<String, Usage> before, Map<String, Usage> now) {
    return now.entrySet().stream()
        .allMatch(
            node -> {
              Usage earlier = before.get(node.getKey());
              return node.getValue().threads() == earlier.threads()
                  && node.getValue().sockets() == earlier.sockets()
                  && node.getValue().connections() == earlier.connections();
            });
  }
}
