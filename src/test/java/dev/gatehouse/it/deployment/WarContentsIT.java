package dev.gatehouse.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is shipped, and nothing else: above all, nothing of the stand-in. */
@Tag("once")
class WarContentsIT {
  private static final Set<String> LIBRARIES =
      Set.of(
          "httpclient5-5.6.4.jar",
          "httpcore5-5.4.3.jar",
          "httpcore5-h2-5.4.3.jar",
          "jose4j-0.9.7.jar",
          "slf4j-api-2.0.17.jar",
          "slf4j-nop-2.0.17.jar");
  private static final Path SOURCES = Path.of("src/main/java/dev/gatehouse");

  @Test
  void the_war_holds_these_libraries_and_no_others() throws IOException {
    assertThat(names("WEB-INF/lib/", ".jar")).isEqualTo(LIBRARIES);
  }

  @Test
  void the_war_holds_classes_of_the_packages_in_src_main_and_no_others() throws IOException {
    Set<String> packages =
        names("WEB-INF/classes/dev/gatehouse/", ".class").stream()
            .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('/'))))
            .collect(Collectors.toSet());
    assertThat(packages).isEqualTo(packages());
    assertThat(names("WEB-INF/classes/", ".class"))
        .allMatch(name -> name.startsWith("dev/gatehouse/"));
  }

  private static Set<String> packages() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> SOURCES.relativize(file.getParent()).toString())
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> names(String prefix, String suffix) throws IOException {
    try (ZipFile war = new ZipFile(System.getProperty("test.war"))) {
      return war.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
          .map(name -> name.substring(prefix.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
