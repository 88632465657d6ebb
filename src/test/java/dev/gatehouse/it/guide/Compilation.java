package dev.gatehouse.it.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Classes of the page, as the JDK compiles them for this test's class path. */
final class Compilation implements AutoCloseable {
  private final URLClassLoader loader;
  private final List<Class<?>> classes;

  private Compilation(URLClassLoader loader, List<Class<?>> classes) {
    this.loader = loader;
    this.classes = classes;
  }

  /** Fails with the place of each problem; warnings are problems. */
  static Compilation of(List<Source> sources, Path folder) throws IOException {
    List<Source.Unit> units = sources.stream().map(Source::unit).toList();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-d", folder.toString(), "-parameters", "-Xlint:all,-processing,-classfile");
    boolean compiled = compiler.getTask(null, null, problems, options, null, units).call();
    List<String> told = problems.getDiagnostics().stream().map(Compilation::told).toList();
    if (!compiled || !told.isEmpty()) {
      throw new AssertionError(String.join("\n", told));
    }
    return load(folder);
  }

  private static String told(Diagnostic<? extends JavaFileObject> problem) {
    return problem.getSource() instanceof Source.Unit unit
        ? unit.told(problem)
        : problem.getMessage(null);
  }

  private static Compilation load(Path folder) throws IOException {
    URLClassLoader loader = loader(folder);
    try (var files = Files.walk(folder)) {
      List<Class<?>> classes =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .<Class<?>>map(file -> load(folder.relativize(file), loader))
              .toList();
      return new Compilation(loader, classes);
    }
  }

  private static URLClassLoader loader(Path folder) throws MalformedURLException {
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, Compilation.class.getClassLoader());
  }

  private static Class<?> load(Path file, ClassLoader loader) {
    String name = file.toString().replace('/', '.').replace('\\', '.');
    try {
      return loader.loadClass(name.substring(0, name.length() - ".class".length()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  ClassLoader loader() {
    return loader;
  }

  List<Class<?>> classes() {
    return classes;
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
