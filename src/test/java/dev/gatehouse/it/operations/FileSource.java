package dev.gatehouse.it.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The values in a file, whenever it changes; its path is in the WAR. */
public class FileSource implements ConfigSource {
  static final String PATH = "operations.path";

  private final Path file;

  public FileSource() {
    try (InputStream in = FileSource.class.getClassLoader().getResourceAsStream(PATH)) {
      file = Path.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Properties read() {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  @Override
  public Set<String> getPropertyNames() {
    return read().stringPropertyNames();
  }

  @Override
  public String getValue(String name) {
    return read().getProperty(name);
  }

  @Override
  public int getOrdinal() {
    return 500;
  }

  @Override
  public String getName() {
    return "file";
  }
}
