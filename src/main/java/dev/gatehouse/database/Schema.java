package dev.gatehouse.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of one part of the application and how they came to be. A bean of this type is applied
 * to the database at the start, by one node, each script once; what was applied never changes, so a
 * change is one more script.
 *
 * @param name of the part, at most 40 characters
 * @param scripts the steps, the first one first
 */
public record Schema(String name, List<Script> scripts) {
  public Schema {
    scripts = List.copyOf(scripts);
  }

  /** The scripts beside a class, in standard SQL; numbered by their order. */
  public static Schema of(String name, Class<?> beside, String... files) {
    List<Script> scripts = new ArrayList<>();
    for (String file : files) {
      scripts.add(new Script(scripts.size() + 1, file, text(beside, file)));
    }
    return new Schema(name, scripts);
  }

  private static String text(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("No script " + file + " beside " + beside.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The script " + file + " can't be read", e);
    }
  }
}
