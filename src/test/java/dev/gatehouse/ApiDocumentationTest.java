package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Javadoc of what authors import, and test with. */
class ApiDocumentationTest {
  private static final Path CODE = Path.of("src/main/java");
  private static final Path TESTING = Path.of("src/test/java/dev/gatehouse/testing");

  @TempDir Path classes;

  private static List<Path> files(String name) throws IOException {
    return filesOf(CODE.resolve("dev/gatehouse").resolve(name));
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.toString().contains("Test."))
          .toList();
    }
  }

  /** What the compiler's check of documentation finds. */
  private List<String> findings(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var findings = new DiagnosticCollector<JavaFileObject>();
    List<String> options =
        List.of(
            "-Xdoclint:all/protected",
            "-Xmaxwarns",
            "1000",
            "-proc:none",
            "-implicit:none",
            "-sourcepath",
            CODE.toString(),
            "-d",
            classes.toString());
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(findings, null, null)) {
      var sources = manager.getJavaFileObjectsFromPaths(files);
      compiler.getTask(null, manager, findings, options, null, sources).call();
    }
    return findings.getDiagnostics().stream()
        .map(found -> found.getLineNumber() + ": " + found.getMessage(Locale.ROOT))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tool", "prompt", "resource", "completion", "content", "security"})
  void every_public_thing_is_documented_with_parameters_results_and_errors(String name)
      throws IOException {
    assertThat(files(name)).isNotEmpty();
    assertThat(findings(files(name))).isEmpty();
  }

  @Test
  void what_is_linked_of_the_protocol_has_a_date() throws IOException {
    try (Stream<Path> code = Files.walk(CODE);
        Stream<Path> pages = Files.walk(Path.of("docs"))) {
      List<Path> texts =
          Stream.of(code, pages, Stream.of(Path.of("README.md")))
              .flatMap(each -> each)
              .filter(file -> file.toString().matches(".*\\.(java|md)"))
              .toList();
      assertThat(texts)
          .hasSizeGreaterThan(400)
          .allSatisfy(file -> assertThat(file).content().doesNotContain("specification/draft"));
    }
  }

  @Test
  void what_authors_test_with_is_documented_too() throws IOException {
    assertThat(findings(filesOf(TESTING))).isEmpty();
  }
}
