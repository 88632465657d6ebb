package dev.gatehouse.support.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** What was measured on the server under test, for the tables of results. */
public final class Results {
  static final Path DIRECTORY = Path.of("target", "it", "results");

  private Results() {}

  /** What the server under test is called in the tables. */
  static void begin() {
    record("title", System.getProperty("server.title"));
    record("java", System.getProperty("java.vendor") + " " + Runtime.version());
  }

  public static void record(Duration ready, long residentBytes) {
    record("ready.seconds", String.valueOf(Math.round(ready.toMillis() / 100.0) / 10.0));
    record("resident.megabytes", String.valueOf(residentBytes / 1_000_000));
  }

  private static void record(String name, String value) {
    Properties figures = load(Server.nameUnderTest());
    figures.setProperty(name, value);
    store(Server.nameUnderTest(), figures);
  }

  /** Lines "scored m of n" and "also name" of the official suite. */
  public static void recordConformance(String revision, List<String> lines) {
    Properties found = new Properties();
    for (String line : lines) {
      String[] words = line.split(" ", 2);
      if (words[0].equals("scored")) {
        found.setProperty("scored", words[1]);
      } else if (words[0].equals("also")) {
        found.merge("also", words[1], (known, more) -> known + ", " + more);
      }
    }
    store(Server.nameUnderTest() + "-" + revision, found);
  }

  private static void store(String name, Properties figures) {
    try {
      Files.createDirectories(DIRECTORY);
      try (Writer out = Files.newBufferedWriter(DIRECTORY.resolve(name + ".properties"))) {
        figures.store(out, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was recorded under this name; empty when nothing was. */
  public static Properties load(String name) {
    Properties figures = new Properties();
    Path recorded = DIRECTORY.resolve(name + ".properties");
    if (Files.exists(recorded)) {
      try (Reader in = Files.newBufferedReader(recorded)) {
        figures.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return figures;
  }
}
