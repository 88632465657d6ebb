package dev.gatehouse.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Gatehouse uploads, as somebody sees it who has nothing but a pom that names it. */
@Tag("once")
class ArtifactsIT {
  private static final List<String> FILES =
      List.of(
          ".war",
          "-api.jar",
          "-library.jar",
          "-engine.jar",
          "-testing.jar",
          "-demo.jar",
          "-sources.jar",
          "-javadoc.jar");

  private static final String COMPILE =
      "org.apache.maven.plugins:maven-compiler-plugin:3.14.1:compile";
  private static final String DEPENDENCIES =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:list";

  @TempDir static Path repository;
  @TempDir Path consumer;

  @Test
  void a_tool_is_compiled_against_the_api() throws Exception {
    project("api");
    company().maven(COMPILE);
    assertThat(consumer.resolve("target/classes/Greetings.class")).exists();
  }

  @Test
  void a_tool_is_compiled_against_the_library_which_brings_its_libraries_and_no_binding()
      throws Exception {
    project("library");
    String output = company().maven(COMPILE, DEPENDENCIES);
    assertThat(consumer.resolve("target/classes/Greetings.class")).exists();
    assertThat(output)
        .contains("jose4j", "slf4j-api", "gatehouse:jar:library")
        .doesNotContain("slf4j-nop");
  }

  @Test
  void a_tool_is_tested_as_the_page_says() throws Exception {
    List<String> xml = CompanyProject.blocks("## Test a tool", "xml");
    company().pom("library", xml.get(0), xml.get(1), "");
    company().greetings("Hello", "greeting:write");
    company()
        .write(
            "src/test/java/GreetingsTest.java",
            CompanyProject.blocks("## Test a tool", "java").get(0));
    assertThat(company().maven("test"))
        .contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
    company().greetings("Bye", "greeting:write");
    assertThatThrownBy(() -> company().maven("test")).hasMessageContaining("Hello, Ann");
  }

  @Test
  void what_is_for_tests_and_the_demo_holds_nothing_else_and_none_of_it_is_served()
      throws IOException {
    assertThat(names("-testing.jar"))
        .contains("dev/gatehouse/testing/Gatehouse.class")
        .allMatch(name -> name.matches("META-INF/.*|dev/|dev/gatehouse/|dev/gatehouse/testing/.*"))
        .noneMatch(name -> name.contains("Test.") || name.contains("Test$"));
    assertThat(names("-demo.jar"))
        .contains(
            "dev/gatehouse/run/demo/Demo.class",
            "dev/gatehouse/run/demo/preboot.asadmin",
            "dev/gatehouse/support/standin/ScalekitStandIn.class")
        .noneMatch(name -> name.contains("Test.") || name.contains("/it/"));
    for (String served : List.of(".war", "-api.jar", "-library.jar")) {
      assertThat(names(served))
          .noneMatch(name -> name.matches(".*gatehouse/(testing|run|support)/.*"));
    }
  }

  @Test
  void every_artifact_carries_the_licence() throws IOException {
    String licence = Files.readString(Path.of("LICENSE"));
    for (String file : FILES) {
      assertThat(entry(file, "META-INF/LICENSE")).as(file).isEqualTo(licence);
    }
  }

  @Test
  void the_library_is_a_bean_archive_for_any_war_without_the_example() throws IOException {
    Set<String> names = names("-library.jar");
    assertThat(names)
        .contains(
            "META-INF/beans.xml",
            "META-INF/services/jakarta.enterprise.inject.spi.Extension",
            "dev/gatehouse/landing/landing.html")
        .noneMatch(name -> name.contains("/example/"))
        .noneMatch(name -> name.matches(".*(glassfish-web|ibm-web-ext|/web)\\.xml"));
    assertThat(entry("-library.jar", "META-INF/MANIFEST.MF"))
        .contains("Dependencies: org.eclipse.microprofile.jwt.auth.api,jdk.net");
  }

  @Test
  void the_engine_is_the_library_without_the_api() throws IOException {
    Set<String> both = names("-engine.jar");
    Set<String> api = classes(names("-api.jar"));
    assertThat(both).doesNotContainAnyElementsOf(api);
    both.addAll(api);
    assertThat(classes(both)).isEqualTo(classes(names("-library.jar")));
    assertThat(entry("-engine.jar", "META-INF/MANIFEST.MF")).contains("Dependencies: ");
  }

  private static Set<String> classes(Set<String> names) {
    return names.stream()
        .filter(name -> name.endsWith(".class"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void the_library_starts_what_the_web_xml_of_the_war_starts() throws IOException {
    String servlet = "<servlet-class>";
    String fragment = entry("-library.jar", "META-INF/web-fragment.xml");
    String started =
        fragment.substring(
            fragment.indexOf(servlet) + servlet.length(), fragment.indexOf("</servlet-class>"));
    assertThat(names("-library.jar")).contains(started.replace('.', '/') + ".class");
    assertThat(entry(".war", "WEB-INF/web.xml")).contains(servlet + started);
  }

  @Test
  void the_api_holds_what_authors_import_and_the_javadoc_describes_the_same_packages()
      throws IOException {
    Set<String> packages = folders("-api.jar", ".class");
    // What the others are written with, and nobody else needs.
    assertThat(packages.remove("dev/gatehouse/json")).isTrue();
    assertThat(packages)
        .contains("dev/gatehouse/tool", "dev/gatehouse/security")
        .doesNotContain("dev/gatehouse/mcp", "dev/gatehouse/http")
        .isEqualTo(folders("-javadoc.jar", "package-summary.html"));
  }

  @Test
  void the_sources_are_those_of_the_classes() throws IOException {
    assertThat(names("-sources.jar")).contains("dev/gatehouse/tool/Tool.java");
  }

  private void project(String classifier) throws IOException {
    company().pom(classifier, "", "", "");
    company().greetings("Hello", "greeting:write");
  }

  private CompanyProject company() {
    return new CompanyProject(consumer, repository);
  }

  private static Set<String> folders(String file, String suffix) throws IOException {
    return names(file).stream()
        .filter(name -> name.startsWith("dev/") && name.endsWith(suffix))
        .map(name -> name.substring(0, name.lastIndexOf('/')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(String file) throws IOException {
    try (JarFile jar = new JarFile(uploaded(file).toFile())) {
      return jar.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String entry(String file, String name) throws IOException {
    try (JarFile jar = new JarFile(uploaded(file).toFile())) {
      ZipEntry entry = jar.getEntry(name);
      assertThat(entry).as(file + " " + name).isNotNull();
      return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Path uploaded(String suffix) throws IOException {
    Path folder =
        CompanyProject.UPLOADED
            .resolve("dev/gatehouse/gatehouse")
            .resolve(System.getProperty("test.version"));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(suffix)).toList();
      assertThat(found).as(suffix).hasSize(1);
      return found.get(0);
    }
  }
}
