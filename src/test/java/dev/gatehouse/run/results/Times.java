package dev.gatehouse.run.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Where the time of a build goes, by class and server, the longest first. */
final class Times {
  private static final int SHOWN = 15;

  private final List<String> servers = new ArrayList<>();
  private final List<Map<String, Double>> seconds = new ArrayList<>();
  private final List<Double> passed = new ArrayList<>();

  /** Adds what ran in process; reports of earlier builds may be among them. */
  void addInProcess(Path reports) throws Exception {
    add("in process", reports);
    passed.replaceAll(any -> 0.0);
  }

  /** Adds what ran on a server; nothing when nothing did. */
  void add(String title, Path reports) throws Exception {
    if (!Files.exists(reports)) {
      return;
    }
    Map<String, Double> classes = new TreeMap<>();
    double start = Double.MAX_VALUE;
    double end = 0;
    try (var files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
      for (Path file : files) {
        Element suite =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        double time = Double.parseDouble(suite.getAttribute("time").replace(",", ""));
        classes.put(simple(suite.getAttribute("name")), time);
        double written = Files.getLastModifiedTime(file).toMillis() / 1000.0;
        start = Math.min(start, written - time);
        end = Math.max(end, written);
      }
    }
    servers.add(title);
    seconds.add(classes);
    passed.add(classes.isEmpty() ? 0 : end - start);
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** The lines of the table. */
  List<String> table() {
    List<String> names =
        seconds.stream()
            .flatMap(classes -> classes.keySet().stream())
            .distinct()
            .sorted(Comparator.comparingDouble(this::longest).reversed())
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add("| Seconds of | " + String.join(" | ", servers) + " |");
    lines.add("|---|" + "---|".repeat(servers.size()));
    names.stream().limit(SHOWN).forEach(name -> lines.add(line(name, List.of(name))));
    List<String> rest = names.stream().skip(SHOWN).toList();
    lines.add(line(rest.size() + " more", rest));
    lines.add(line("all, one by one", names));
    lines.add(line("all, side by side", passed.stream()));
    return lines;
  }

  private double longest(String name) {
    return seconds.stream().mapToDouble(classes -> classes.getOrDefault(name, 0.0)).max().orElse(0);
  }

  private String line(String title, List<String> names) {
    return line(
        title,
        seconds.stream()
            .map(classes -> names.stream().mapToDouble(n -> classes.getOrDefault(n, 0.0)).sum()));
  }

  private static String line(String title, Stream<Double> figures) {
    return figures
        .map(figure -> figure == 0 ? "-" : String.valueOf(Math.round(figure)))
        .collect(Collectors.joining(" | ", "| " + title + " | ", " |"));
  }
}
