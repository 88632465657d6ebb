package dev.gatehouse.run.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process holds, as the JDK's {@code jcmd} and Linux see it.
 *
 * @param threads live threads of Java
 * @param heapKilobytes the heap's live objects, after a forced full collection
 * @param sockets open sockets, listening ones too
 * @param files all open file descriptors, sockets too
 */
record Usage(long threads, long heapKilobytes, long sockets, long files) {
  private static final Pattern THREADS = Pattern.compile("java\\.threads\\.live=(\\d+)");
  private static final Pattern HEAP = Pattern.compile("garbage-first heap.* used (\\d+)K");

  static Usage of(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    // What was only reachable through finalizers and cleaners goes the second time.
    Thread.sleep(300);
    jcmd(pid, "GC.run");
    long heap = number(HEAP, jcmd(pid, "GC.heap_info"));
    long threads = number(THREADS, jcmd(pid, "PerfCounter.print"));
    long sockets = 0;
    long files = 0;
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : open) {
        files++;
        sockets += isSocket(file) ? 1 : 0;
      }
    }
    return new Usage(threads, heap, sockets, files);
  }

  private static boolean isSocket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (IOException closed) {
      return false;
    }
  }

  /** The bytes of all live objects, by class. */
  static Map<String, Long> heapByClass(long pid) throws IOException, InterruptedException {
    Map<String, Long> bytes = new HashMap<>();
    jcmd(pid, "GC.class_histogram")
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(row -> row.length >= 4 && row[0].matches("\\d+:"))
        .forEach(row -> bytes.merge(row[3], Long.valueOf(row[2]), Long::sum));
    return bytes;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(pid),
                command)
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
