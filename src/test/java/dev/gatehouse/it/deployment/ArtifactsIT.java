package dev.gatehouse.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Gatehouse uploads, as somebody sees it who has nothing but a pom that names it. */
@Tag("once")
class ArtifactsIT {
  private static final Path UPLOADED = Path.of(System.getProperty("test.repository"));
  private static final List<String> FILES =
      List.of(
          ".war", "-api.jar", "-library.jar", "-testing.jar", "-sources.jar", "-javadoc.jar");
  private static final Path PAGE = Path.of("docs/start-your-own.md");
  private static final String COMPILE =
      "org.apache.maven.plugins:maven-compiler-plugin:3.14.1:compile";
  private static final String DEPENDENCIES =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:list";

  private static final String WRITTEN = "0.1.0-SNAPSHOT";

  @TempDir static Path repository;
  @TempDir Path consumer;

  @Test
  void a_tool_is_compiled_against_the_api() throws Exception {
    project("api");
    maven(COMPILE);
    assertThat(consumer.resolve("target/classes/Greetings.class")).exists();
  }

  @Test
  void a_tool_is_compiled_against_the_library_which_brings_its_libraries_and_no_binding()
      throws Exception {
    project("library");
    String output = maven(COMPILE, DEPENDENCIES);
    assertThat(consumer.resolve("target/classes/Greetings.class")).exists();
    assertThat(output)
        .contains("jose4j", "slf4j-api", "gatehouse:jar:library")
        .doesNotContain("slf4j-nop");
  }

  @Test
  void a_tool_is_tested_as_the_page_says() throws Exception {
    List<String> xml = blocks("## Test a tool", "xml");
    project("library", xml.get(0), "<build><plugins>" + xml.get(1) + "</plugins></build>");
    Path tests = Files.createDirectories(consumer.resolve("src/test/java"));
    Files.writeString(
        tests.resolve("GreetingsTest.java"), blocks("## Test a tool", "java").get(0));
    assertThat(maven("test")).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
  }

  private static List<String> blocks(String heading, String kind) throws IOException {
    String page = Files.readString(PAGE);
    String section = page.substring(page.indexOf(heading)).split("\n## ")[0];
    return Pattern.compile("^```" + kind + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(section)
        .results()
        .map(block -> block.group(1).replace(WRITTEN, System.getProperty("test.version")))
        .toList();
  }

  @Test
  void what_is_for_tests_holds_nothing_else_and_none_of_it_is_served() throws IOException {
    assertThat(names("-testing.jar"))
        .contains("dev/gatehouse/testing/Gatehouse.class")
        .allMatch(name -> name.matches("META-INF/.*|dev/|dev/gatehouse/|dev/gatehouse/testing/.*"))
        .noneMatch(name -> name.contains("Test.") || name.contains("Test$"));
    for (String served : List.of(".war", "-api.jar", "-library.jar")) {
      assertThat(names(served)).noneMatch(name -> name.contains("gatehouse/testing"));
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
    assertThat(folders("-api.jar", ".class"))
        .contains("dev/gatehouse/tool", "dev/gatehouse/security")
        .doesNotContain("dev/gatehouse/mcp", "dev/gatehouse/http")
        .isEqualTo(folders("-javadoc.jar", "package-summary.html"));
  }

  @Test
  void the_sources_are_those_of_the_classes() throws IOException {
    assertThat(names("-sources.jar")).contains("dev/gatehouse/tool/Tool.java");
  }

  private void project(String classifier) throws IOException {
    project(classifier, "", "");
  }

  private void project(String classifier, String dependencies, String build) throws IOException {
    Files.writeString(
        consumer.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.acme</groupId><artifactId>orders</artifactId><version>1</version>
          <properties><maven.compiler.release>17</maven.compiler.release></properties>
          <dependencies>
            <dependency><groupId>jakarta.platform</groupId><artifactId>jakarta.jakartaee-api</artifactId><version>10.0.0</version><scope>provided</scope>
              <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>
            <dependency><groupId>dev.gatehouse</groupId><artifactId>gatehouse</artifactId><version>%s</version><classifier>%s</classifier></dependency>
            %s
          </dependencies>
          %s
        </project>
        """
            .formatted(System.getProperty("test.version"), classifier, dependencies, build));
    Path source = Files.createDirectories(consumer.resolve("src/main/java"));
    Files.writeString(
        source.resolve("Greetings.java"),
        """
        import dev.gatehouse.security.RequiresScope;
        import dev.gatehouse.tool.Tool;
        import dev.gatehouse.tool.ToolArg;
        import jakarta.enterprise.context.ApplicationScoped;

        @ApplicationScoped
        public class Greetings {
          @Tool(description = "Greet somebody")
          @RequiresScope("greeting:write")
          String greet(@ToolArg(description = "Whom to greet") String name) {
            return "Hello, " + name;
          }
        }
        """);
  }

  // With an empty repository of its own, filled from what was uploaded and, for all else, from the
  // one that the build itself has filled.
  private String maven(String... goals) throws Exception {
    Path settings = consumer.resolve("settings.xml");
    Files.writeString(
        settings,
        """
        <settings>
          <mirrors><mirror><id>build</id><mirrorOf>external:*</mirrorOf><url>%s</url></mirror></mirrors>
          <profiles><profile><id>gatehouse</id><repositories>
            <repository><id>uploaded</id><url>%s</url></repository>
          </repositories></profile></profiles>
          <activeProfiles><activeProfile>gatehouse</activeProfile></activeProfiles>
        </settings>
        """
            .formatted(Path.of(System.getProperty("maven.repository")).toUri(), UPLOADED.toUri()));
    Path output = consumer.resolve("output.txt");
    Process maven =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                            "-B",
                            "-ntp",
                            "-s",
                            settings.toString(),
                            "-Dmaven.repo.local=" + repository),
                        Stream.of(goals))
                    .toList())
            .directory(consumer.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(maven.waitFor(3, TimeUnit.MINUTES)).isTrue();
    } finally {
      maven.destroyForcibly();
    }
    String said = Files.readString(output);
    assertThat(maven.exitValue())
        .as(() -> said.lines().filter(line -> line.startsWith("[ERROR]")).toList().toString())
        .isZero();
    return said;
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
        UPLOADED.resolve("dev/gatehouse/gatehouse").resolve(System.getProperty("test.version"));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(suffix)).toList();
      assertThat(found).as(suffix).hasSize(1);
      return found.get(0);
    }
  }
}
