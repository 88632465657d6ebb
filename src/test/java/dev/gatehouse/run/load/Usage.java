package dev.gatehouse.run.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process holds, as the JDK's {@code jcmd} and Linux see it.
 *
 * @param threads live threads of Java
 * @param heapKilobytes the heap's live objects, after a forced full collection
 * @param sockets open sockets, listening ones too, but those to the database
 * @param connections sockets to the database
 * @param files all other open file descriptors
 */
record Usage(long threads, long heapKilobytes, long sockets, long connections, long files) {
  private static final Pattern THREADS = Pattern.compile("java\\.threads\\.live=(\\d+)");
  private static final Pattern HEAP = Pattern.compile("garbage-first heap.* used (\\d+)K");
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
  private static final Set<String> TCP = Set.of("tcp", "tcp6");

  /** Live objects of a class. */
  record Held(long count, long bytes) {
    static final Held NOTHING = new Held(0, 0);
  }

  /**
   * Of a process.
   *
   * @param database the port of its database
   */
  static Usage of(long pid, int database) throws IOException, InterruptedException {
    // What was only reachable through finalizers and cleaners goes the second time.
    String heap = jcmd(pid, "GC.run\nGC.run\nGC.heap_info");
    String threads = jcmd(pid, "PerfCounter.print");
    Set<String> ofDatabase = ofDatabase(pid, database);
    long sockets = 0;
    long connections = 0;
    long files = 0;
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : open) {
        String inode = inode(file);
        connections += ofDatabase.contains(inode) ? 1 : 0;
        sockets += inode.isEmpty() || ofDatabase.contains(inode) ? 0 : 1;
        files += inode.isEmpty() ? 1 : 0;
      }
    }
    return new Usage(number(THREADS, threads), number(HEAP, heap), sockets, connections, files);
  }

  // Empty for what is no socket.
  private static String inode(Path file) {
    try {
      Matcher socket = SOCKET.matcher(Files.readSymbolicLink(file).toString());
      return socket.matches() ? socket.group(1) : "";
    } catch (IOException closed) {
      return "";
    }
  }

  private static Set<String> ofDatabase(long pid, int port) throws IOException {
    String remote = ":%04X".formatted(port);
    Set<String> inodes = new HashSet<>();
    for (String kind : TCP) {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + kind))) {
        String[] fields = line.strip().split("\\s+");
        if (fields.length > 9 && fields[2].endsWith(remote)) {
          inodes.add(fields[9]);
        }
      }
    }
    return inodes;
  }

  /** All live objects, by class. */
  static Map<String, Held> histogram(long pid) throws IOException, InterruptedException {
    Map<String, Held> held = new HashMap<>();
    jcmd(pid, "GC.class_histogram")
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(row -> row.length >= 4 && row[0].matches("\\d+:"))
        .forEach(
            row ->
                held.merge(
                    row[3],
                    new Held(Long.parseLong(row[1]), Long.parseLong(row[2])),
                    (one, other) ->
                        new Held(one.count() + other.count(), one.bytes() + other.bytes())));
    return held;
  }

  private static String jcmd(long pid, String commands) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    "-J-XX:TieredStopAtLevel=1",
                    "-J-XX:+UseSerialGC",
                    String.valueOf(pid),
                    commands))
            .redirectErrorStream(true)
            .start();
    String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IOException(output);
    }
    return output;
  }

  private static long number(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("No " + pattern + " in: " + text);
    }
    return Long.parseLong(matcher.group(1));
  }

  double heapMegabytes() {
    return Math.round(heapKilobytes / 102.4) / 10.0;
  }
}
