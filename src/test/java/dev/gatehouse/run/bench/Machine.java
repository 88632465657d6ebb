package dev.gatehouse.run.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What it ran on. */
final class Machine {
  private static final Pattern MODEL = Pattern.compile("model name\\s*:\\s*(.*)");
  private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s*(\\d+)");
  private static final Pattern SYSTEM = Pattern.compile("PRETTY_NAME=\"?([^\"\n]*)");

  private Machine() {}

  static String text() throws IOException {
    return "%d processors (%s), %s GB of memory, %s with kernel %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            find(MODEL, "/proc/cpuinfo"),
            Math.round(Long.parseLong(find(MEMORY, "/proc/meminfo")) / 1048576.0),
            find(SYSTEM, "/etc/os-release"),
            System.getProperty("os.version"),
            Runtime.version());
  }

  private static String find(Pattern pattern, String file) throws IOException {
    Matcher found = pattern.matcher(Files.readString(Path.of(file)));
    return found.find() ? found.group(1).strip() : "0";
  }
}
