package dev.gatehouse.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** What was measured on the server under test, for the table of results. */
final class Results {
  static final Path DIRECTORY = Path.of("target", "it", "results");

  private Results() {}

  static void record(Duration ready, long residentBytes) {
    Properties figures = new Properties();
    figures.setProperty("java", System.getProperty("java.vendor") + " " + Runtime.version());
    figures.setProperty(
        "ready.seconds", String.valueOf(Math.round(ready.toMillis() / 100.0) / 10.0));
    figures.setProperty("resident.megabytes", String.valueOf(residentBytes / 1_000_000));
    try {
      Files.createDirectories(DIRECTORY);
      try (Writer out =
          Files.newBufferedWriter(DIRECTORY.resolve(Server.nameUnderTest() + ".properties"))) {
        figures.store(out, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
