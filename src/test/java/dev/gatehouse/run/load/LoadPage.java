package dev.gatehouse.run.load;

import dev.gatehouse.run.load.Usage.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page of the last result, with its chart. */
final class LoadPage {
  private static final int MOST_CLASSES = 15;

  private final LoadResult result;
  private final StringBuilder text = new StringBuilder();

  private LoadPage(LoadResult result) {
    this.result = result;
  }

  static void write(LoadResult result, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("load.svg"), new Chart(result).svg());
    Files.writeString(folder.resolve("load.md"), new LoadPage(result).text());
  }

  private String text() {
    boolean good = result.checks().stream().allMatch(LoadResult.Check::good);
    text.append(HEAD.formatted(result.length().toMinutes()));
    line(
        "**%s** on %s: %d minutes on %s, Java %s, %d processors, which other work may have shared."
            .formatted(
                good ? "Passed" : "Failed",
                LocalDate.now(),
                result.length().toMinutes(),
                String.join(", ", result.servers()),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors()));
    line("\n| | Condition | Found |\n|---|---|---|");
    for (LoadResult.Check check : result.checks()) {
      line(
          "| %s | %s | %s |"
              .formatted(check.good() ? "yes" : "**no**", check.condition(), check.found()));
    }
    line(TOLERANCES);
    line("## Over time\n\n![Threads, heap, sockets, rows and requests over time](load.svg)\n");
    line(
        "Each node, after a forced full collection each time; bands are failures of the issuer and the minute without the database, lines deaths of nodes.");
    failures();
    requests();
    errors();
    result.after().nodes().keySet().forEach(this::growth);
    List<String> examples = result.scene().tally().examples();
    if (!examples.isEmpty()) {
      line("\n## Unexpected\n");
      examples.forEach(example -> line("- " + example.replace("|", "/")));
    }
    return text.toString();
  }

  private void failures() {
    line("\n## What was made to fail\n\n| Second | |\n|---|---|");
    result
        .failures()
        .events()
        .forEach(event -> line("| %d | %s |".formatted(event.second(), event.what())));
  }

  private void requests() {
    line("\n## What was sent, and how it ended\n");
    Map<String, Map<String, Long>> outcomes = result.scene().tally().outcomes();
    TreeSet<String> columns =
        outcomes.values().stream()
            .flatMap(counts -> counts.keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    line("| | " + String.join(" | ", columns) + " |");
    line("|---" + "|---".repeat(columns.size()) + "|");
    outcomes.forEach(
        (kind, counts) ->
            line(
                "| %s | %s |"
                    .formatted(
                        kind,
                        columns.stream()
                            .map(
                                column ->
                                    counts.containsKey(column)
                                        ? String.valueOf(counts.get(column))
                                        : "")
                            .collect(Collectors.joining(" | ")))));
  }

  private void errors() {
    line("\n## Errors in the nodes' logs\n");
    line(
        "Of all their lives. Those of pools and drivers are about the database that is away; those of Jersey, RESTEasy and Liberty's web container about clients that left before their answer.\n");
    line("| Node | Logger or message | Lines of the level for errors |\n|---|---|---|");
    for (Node node : result.scene().cluster().nodes) {
      node.errors()
          .forEach(
              (logger, count) -> line("| %s | `%s` | %d |".formatted(node.name, logger, count)));
    }
  }

  private void growth(String node) {
    line(
        "\n## What the heap of %s has more of\n\n| Class | KB before | KB after |\n|---|---|---|"
            .formatted(node));
    Map<String, Held> before = result.before().nodes().get(node).histogram();
    Map<String, Held> after = result.after().nodes().get(node).histogram();
    after.keySet().stream()
        .sorted(Comparator.comparingLong(type -> bytes(before, type) - bytes(after, type)))
        .limit(MOST_CLASSES)
        .forEach(
            type ->
                line(
                    "| `%s` | %d | %d |"
                        .formatted(type, bytes(before, type) / 1024, bytes(after, type) / 1024)));
  }

  private static long bytes(Map<String, Held> histogram, String type) {
    return histogram.getOrDefault(type, Held.NOTHING).bytes();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static final String HEAD =
      """
      # Under load, with failures

      `mvn -Pload -Dload.minutes=%d` wrote this page. It starts three nodes with the WAR on servers of three kinds, the database that they
      share, HAProxy with [haproxy.cfg](../server-config/haproxy/haproxy.cfg), which takes the nodes in turn, and a stand-in for Scalekit, all on 127.0.0.1, and lets 16 clients in a
      JVM of their own do what clients do, in both eras: calls, sessions, streams, questions to the user, tasks, and everything that has to
      be refused or that ends too early. Some read a byte a second, some let the stream of a call break and come back for it, and for a third of the time
      thousands listen in silence at one node. Meanwhile one node after the other is killed with `KILL` and started again in its
      directory, the database goes away for a minute and is restarted, the issuer fails in several ways, keys are rotated, and HAProxy is reloaded.

      **What an accepted write is.** A todo of the example is accepted when its call was answered with it, at whatever node, and has to be
      there once, as it was last changed, when its owner lists the todos. The tool `note` writes to a table of the author's own in the
      server's transaction; what was accepted has to be there once, with the content and the writer that were sent. What was refused (401, 403, 429) must not
      be there. What was not answered, since the node died, or with 503, since the database went away, may be there, but not twice. Of a todo, the client looks whether it is there
      before it sends it again, as anybody has to who does not want it twice.

      **What the moment allows.** No answer is right, and so is 502 or 504 of HAProxy, when a node is killed before the answer, or was less than eight
      seconds before: so long HAProxy may need to find out. While the database is away, and ten seconds longer, 503 with
      `Retry-After` is right for what needs data: todos, notes, tasks and what is sent in a session. It is wrong for all else, which goes on. A token that a node can check is never refused, whatever the issuer
      does: each client has its first token till the end, or takes one of the new key fifteen seconds after a rotation, since nodes read keys every ten seconds at most;
      the same session goes on for the whole run. For key ids that a node does not know, and at a node that was started then, 503 with `Retry-After` is right
      while the issuer fails, and 15 seconds longer. Everything else counts as unexpected, in particular every other 5xx, and 404 for a session.

      """;

  private static final String TOLERANCES =
      """

      Before and after are measured with nobody calling, after two to four minutes, when half a minute has brought no change, and after a
      forced full collection. Some more are allowed: %d threads, since pools of servers and drivers breathe; %d MB of heap,
      since caches of bounded size fill. So the same clients call for a fifth as long before the first measurement, after the caches of
      verified tokens were filled. %d sockets more are allowed for a probe of HAProxy or a look at the issuer that is under way, and %d connections
      to the database. Servers give back idle threads and connections after a minute here instead of a quarter or half an hour. Live objects of sessions and streams are counted by class; an idle thread of the server may still
      have one on its stack. Each node has been killed since it was measured before, so what it holds in the end it has come to hold since.

      Rows are swept by the nodes: tasks after `mcp.task.life`, which is a minute here, what nodes tell each other after ten minutes, and that a session has ended after a
      week. Before each measurement, that time is let pass by setting these rows' times back; then they have to go by themselves.
      """
          .formatted(
              LoadResult.MORE_THREADS,
              LoadResult.MORE_MEGABYTES,
              LoadResult.MORE_SOCKETS,
              LoadResult.MORE_CONNECTIONS);
}
