package dev.gatehouse.server;

import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Prints what the integration tests found on each server that they ran on. */
public final class ResultsTable {
  private static final String START = "<!-- results -->\n";
  private static final String END = "<!-- /results -->";

  private ResultsTable() {}

  /**
   * Arguments: the WAR, the folder of the reports, the page with the table, whether to write the
   * page, and then name=title of each server.
   */
  public static void main(String[] args) throws Exception {
    List<String> rows = new ArrayList<>();
    rows.add("| Server | JDK | Tests run | Failed | Skipped | Ready after | Memory (RSS) |");
    rows.add("|---|---|---|---|---|---|---|");
    for (String server : List.of(args).subList(4, args.length)) {
      String[] parts = server.split("=", 2);
      row(parts[0], parts[1], Path.of(args[1])).ifPresent(rows::add);
    }
    String table =
        String.join("\n", rows)
            + "\n\nOne WAR for all of them, with the SHA-256 `"
            + sha256(Path.of(args[0]))
            + "`.\n";
    System.out.println("\n" + table);
    if (Boolean.parseBoolean(args[3])) {
      Path page = Path.of(args[2]);
      String text = Files.readString(page);
      Files.writeString(
          page,
          text.substring(0, text.indexOf(START) + START.length())
              + table
              + text.substring(text.indexOf(END)));
    }
  }

  private static Optional<String> row(String name, String title, Path reports) throws Exception {
    Path summary = reports.resolve(name + ".xml");
    if (!Files.exists(summary)) {
      return Optional.empty();
    }
    Document counts =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(summary.toFile());
    Properties figures = new Properties();
    Path recorded = Results.DIRECTORY.resolve(name + ".properties");
    if (Files.exists(recorded)) {
      try (Reader in = Files.newBufferedReader(recorded)) {
        figures.load(in);
      }
    }
    return Optional.of(
        "| %s | %s | %d | %d | %d | %s s | %s MB |"
            .formatted(
                title,
                figures.getProperty("java", "?"),
                number(counts, "completed"),
                number(counts, "errors") + number(counts, "failures"),
                number(counts, "skipped"),
                figures.getProperty("ready.seconds", "?"),
                figures.getProperty("resident.megabytes", "?")));
  }

  private static int number(Document summary, String element) {
    return Integer.parseInt(summary.getElementsByTagName(element).item(0).getTextContent());
  }

  private static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = Files.newInputStream(file)) {
      digest.update(in.readAllBytes());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
