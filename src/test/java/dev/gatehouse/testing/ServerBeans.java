package dev.gatehouse.testing;

import dev.gatehouse.http.Authorizations;
import dev.gatehouse.mcp.McpDispatcher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The beans of Gatehouse itself, without those that only HTTP needs. */
final class ServerBeans {
  private static final Pattern WANTED =
      Pattern.compile(
          "dev/gatehouse/(audit|cluster|config|database|engine|limits|mcp|security/caller|security/scope|switches|telemetry)/[^$]+[.]class");
  private static final Set<Class<? extends Annotation>> BEANS =
      Set.of(ApplicationScoped.class, Dependent.class, Interceptor.class);

  private ServerBeans() {}

  static List<Class<?>> all() {
    try {
      Path place =
          Path.of(McpDispatcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        return in(place);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return in(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> in(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("dev/gatehouse"))) {
      Stream<Class<?>> found =
          files
              .map(file -> root.relativize(file).toString().replace('\\', '/'))
              .filter(WANTED.asMatchPredicate())
              .<Class<?>>map(ServerBeans::load)
              .filter(type -> BEANS.stream().anyMatch(type::isAnnotationPresent));
      return Stream.concat(Stream.of(Authorizations.class, PlainThreads.class), found).toList();
    }
  }

  private static Class<?> load(String file) {
    String name = file.replace('/', '.').substring(0, file.length() - ".class".length());
    try {
      return Class.forName(name, false, ServerBeans.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
