package dev.gatehouse.run.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private String text() throws IOException {
    boolean good = result.checks().stream().allMatch(LoadResult.Check::good);
    text.append(HEAD.formatted(result.length().toMinutes()));
    line(
        "**%s** on %s: %d minutes on %s, Java %s, %d processors, which other work may have shared."
            .formatted(
                good ? "Passed" : "Failed",
                LocalDate.now(),
                result.length().toMinutes(),
                result.server(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors()));
    line("\n| | Condition | Found |\n|---|---|---|");
    for (LoadResult.Check check : result.checks()) {
      line(
          "| %s | %s | %s |"
              .formatted(check.good() ? "yes" : "**no**", check.condition(), check.found()));
    }
    line(
        "\n%d todos were read back from the nodes' memory in the end, besides those that each `list_todos` was compared with."
            .formatted(result.todos()));
    line(TOLERANCES);
    line("## Over time\n\n![Threads, heap, sockets and requests over time](load.svg)\n");
    line(
        "The node that lives, after a forced full collection each time; bands are failures of the issuer, lines deaths of the sibling.");
    failures();
    requests();
    errors();
    growth();
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
    line("\n## Errors in the log of the node that lives\n");
    line(
        "Of Jersey are those for clients that left before their answer: its level can't be chosen by the WAR.\n");
    line("| Logger | Lines of level SEVERE |\n|---|---|");
    new TreeMap<>(result.errors())
        .forEach((logger, count) -> line("| `%s` | %d |".formatted(logger, count)));
  }

  private void growth() {
    line("\n## What the heap has more of\n\n| Class | KB before | KB after |\n|---|---|---|");
    Map<String, Long> before = result.before().heapByClass();
    Map<String, Long> after = result.after().heapByClass();
    after.keySet().stream()
        .sorted(Comparator.comparingLong(type -> before.getOrDefault(type, 0L) - after.get(type)))
        .limit(MOST_CLASSES)
        .forEach(
            type ->
                line(
                    "| `%s` | %d | %d |"
                        .formatted(
                            type, before.getOrDefault(type, 0L) / 1024, after.get(type) / 1024)));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static final String HEAD =
      """
      # Under load, with failures

      `mvn -Pload -Dload.minutes=%d` wrote this page. It starts two nodes with the WAR behind one public address, a stand-in for Scalekit
      and a database, all on 127.0.0.1, and lets 16 clients in a JVM of their own do what clients do, in both eras: calls, sessions,
      streams, and everything that has to be refused or that ends too early. Meanwhile the issuer fails in several ways, keys are rotated,
      and one node is killed with `KILL` again and again. The other one, which lives, is measured.

      **What an accepted write is.** The todos of the example live in the memory of one node. So a todo is accepted when its call was
      answered with it, and has to be there, as it was last changed, until its node dies. The tool `note` writes to a database that both
      nodes share, through the server's pool and in a transaction. Such a write has to be there whatever happens to the node that
      accepted it, once, with the content and the writer that were sent. What was refused (401, 403, 429, 503) must not be there.
      What was never answered may be there, but not twice.

      **What the moment allows.** A token that a node can check is never refused: the issuer's failures do not matter then.
      While the issuer fails, and 15 seconds longer, 503 with `Retry-After` is right for key ids that the node does not know, and at a node
      that has just started. Up to 15 seconds after a rotation, 401 is right for tokens of the new key, since nodes read keys
      every ten seconds at most. No answer is right only from the node that was killed. Everything else counts as unexpected, in
      particular every other 5xx.

      """;

  private static final String TOLERANCES =
      """

      Before and after are measured with nobody calling, after 75 seconds to 4 minutes, when half a minute has brought no change, and after a
      forced full collection. Some more are allowed: %d threads, since the server's and the database driver's pools breathe; %d MB of heap,
      since caches of bounded size fill. Payara's HTTP layer, for example, keeps up to 16 finished requests with their buffers for each
      thread that ended some. So the same clients call for a fifth as long before the first measurement, after the cache of verified tokens
      was filled. %d sockets more are allowed for a health probe or a look at the issuer that is under way. Live objects of sessions and streams
      are counted by class; an idle thread of the server may still have one on its stack. The server gives back idle threads after 30 seconds
      here instead of 15 minutes.
      """
          .formatted(LoadResult.MORE_THREADS, LoadResult.MORE_MEGABYTES, LoadResult.MORE_SOCKETS);
}
