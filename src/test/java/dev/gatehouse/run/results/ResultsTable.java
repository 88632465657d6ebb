package dev.gatehouse.run.results;

import dev.gatehouse.support.server.Results;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Prints what the integration tests found on each server that they ran on. */
public final class ResultsTable {
  private static final String START = "<!-- results -->\n";
  private static final String END = "<!-- /results -->";

  /** Where the names of the servers begin in the arguments. */
  static final int SERVERS = 4;

  private static final List<String> COUNTS = List.of("tests", "errors", "failures", "skipped");
  private static final List<String> REVISIONS = List.of("2026-07-28", "2025-11-25");

  private ResultsTable() {}

  /**
   * Arguments: the WAR, the folder of the reports, the folder of the pages with the tables, whether
   * to write the pages, and then the name of each server.
   */
  public static void main(String[] args) throws Exception {
    Path reports = Path.of(args[1]);
    boolean write = Boolean.parseBoolean(args[3]);
    List<String> servers = new ArrayList<>();
    servers.add("| Server | JDK | Tests run | Failed | Skipped | Ready after | Memory (RSS) |");
    servers.add("|---|---|---|---|---|---|---|");
    List<String> conformance = new ArrayList<>();
    conformance.add("| Server | " + String.join(" | ", REVISIONS) + " | Not scored, but passed |");
    conformance.add("|---|---|---|---|");
    Times times = new Times();
    times.addInProcess(reports.resolveSibling("surefire-reports"));
    for (String server : List.of(args).subList(SERVERS, args.length)) {
      Properties figures = Results.load(server);
      times.add(figures.getProperty("title", server), reports.resolve(server));
      row(server, figures, reports).ifPresent(servers::add);
      conformance(server, figures).ifPresent(conformance::add);
    }
    servers.add("");
    servers.add("One WAR for all of them, with the SHA-256 `" + sha256(Path.of(args[0])) + "`.");
    show(servers, Path.of(args[2], "servers.md"), write);
    show(conformance, Path.of(args[2], "conformance.md"), write);
    System.out.println(String.join("\n", times.table()) + "\n");
  }

  private static void show(List<String> table, Path page, boolean write) throws IOException {
    String lines = String.join("\n", table) + "\n";
    System.out.println("\n" + lines);
    if (write) {
      String text = Files.readString(page);
      Files.writeString(
          page,
          text.substring(0, text.indexOf(START) + START.length())
              + lines
              + text.substring(text.indexOf(END)));
    }
  }

  private static Optional<String> conformance(String name, Properties figures) {
    List<String> cells = new ArrayList<>();
    Set<String> also = new TreeSet<>();
    for (String revision : REVISIONS) {
      Properties found = Results.load(name + "-" + revision);
      cells.add(found.getProperty("scored", "?"));
      also.addAll(List.of(found.getProperty("also", "?").split(", ")));
    }
    return also.contains("?")
        ? Optional.empty()
        : Optional.of(
            "| %s | %s | %s |"
                .formatted(
                    figures.getProperty("title", name),
                    String.join(" | ", cells),
                    String.join(", ", also)));
  }

  private static Optional<String> row(String name, Properties figures, Path reports)
      throws Exception {
    Path classes = reports.resolve(name);
    if (!Files.exists(classes)) {
      return Optional.empty();
    }
    int[] counts = counts(classes);
    return Optional.of(
        "| %s | %s | %d | %d | %d | %s s | %s MB |"
            .formatted(
                figures.getProperty("title", name),
                figures.getProperty("java", "?"),
                counts[0],
                counts[1] + counts[2],
                counts[3],
                figures.getProperty("ready.seconds", "?"),
                figures.getProperty("resident.megabytes", "?")));
  }

  private static int[] counts(Path classes) throws Exception {
    int[] sums = new int[COUNTS.size()];
    try (var reports = Files.newDirectoryStream(classes, "TEST-*.xml")) {
      for (Path report : reports) {
        Document suite =
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        for (int i = 0; i < sums.length; i++) {
          sums[i] += Integer.parseInt(suite.getDocumentElement().getAttribute(COUNTS.get(i)));
        }
      }
    }
    return sums;
  }

  private static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = Files.newInputStream(file)) {
      digest.update(in.readAllBytes());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
