package dev.gatehouse.support.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets on which processes listen for TCP, as Linux lists them. */
final class Listeners {
  private static final Pattern INODE = Pattern.compile("socket:\\[(\\d+)]");
  private static final String LISTENING = "0A";
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  private Listeners() {}

  /** {@code 127.0.0.1:8080} for each of them, or {@code *:8080} if others can reach it. */
  static Set<String> of(Stream<ProcessHandle> processes) {
    Set<String> inodes =
        processes.flatMap(process -> inodes(process.pid()).stream()).collect(Collectors.toSet());
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> lines(Path.of("/proc/net", table)).stream().skip(1))
        .map(line -> line.strip().split("\\s+"))
        .filter(row -> row[3].equals(LISTENING) && inodes.contains(row[9]))
        .map(row -> address(row[1]))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String address(String hexadecimal) {
    String[] parts = hexadecimal.split(":");
    return (LOOPBACK.contains(parts[0]) ? "127.0.0.1:" : "*:") + Integer.parseInt(parts[1], 16);
  }

  private static Set<String> inodes(long pid) {
    try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      return open.map(Listeners::target)
          .map(INODE::matcher)
          .filter(Matcher::matches)
          .map(match -> match.group(1))
          .collect(Collectors.toSet());
    } catch (IOException ended) {
      return Set.of();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  private static List<String> lines(Path table) {
    try {
      return Files.exists(table) ? Files.readAllLines(table) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
