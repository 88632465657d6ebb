package dev.gatehouse.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A project of somebody who has nothing of Gatehouse but what it uploads.
 *
 * @param repository Maven's own, which it fills from what was uploaded and, for all else, from the
 *     one that the build itself has filled
 */
record CompanyProject(Path folder, Path repository) {
  static final Path UPLOADED = Path.of(System.getProperty("test.repository"));

  private static final Path PAGE = Path.of("docs/start-your-own.md");
  private static final String VERSION = "0.1.0-SNAPSHOT";
  // What it brings is in the build's repository in the versions that the build settled on only.
  private static final String ALONE =
      "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>";

  /** What stands between fences in a section of the page, with the version of this build. */
  static List<String> blocks(String heading, String kind) throws IOException {
    String page = Files.readString(PAGE);
    String section = page.substring(page.indexOf(heading)).split("\n## ")[0];
    return Pattern.compile("^```" + kind + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(section)
        .results()
        .map(block -> block.group(1).replace(VERSION, System.getProperty("test.version")))
        .toList();
  }

  /** The pom, with more of what its elements hold. */
  void pom(String classifier, String dependencies, String plugins, String profiles)
      throws IOException {
    String page = blocks("## A project", "xml").get(0);
    String pom =
        page.replace(
                "<classifier>library</classifier>", "<classifier>" + classifier + "</classifier>")
            .replace("<packaging>war</packaging>", packaging(classifier))
            .replace("</dependencies>", dependencies + "</dependencies>")
            .replace("</plugins>", plugins + "</plugins>")
            .replace("</profiles>", profiles + "</profiles>");
    write(
        "pom.xml",
        dependencies.isEmpty()
            ? pom.replace("<scope>provided</scope>", "<scope>provided</scope>" + ALONE)
            : pom);
  }

  private static String packaging(String classifier) {
    return "<packaging>" + (classifier.equals("library") ? "war" : "jar") + "</packaging>";
  }

  /** A bean with one tool. */
  void greetings(String greeting, String scope) throws IOException {
    String page = blocks("## A project", "java").get(0);
    write(
        "src/main/java/Greetings.java",
        page.replace("Hello", greeting).replace("greeting:write", scope));
  }

  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Runs Maven to its end, which has to be a good one; what it said. */
  String maven(String... arguments) throws Exception {
    Path output = folder.resolve("output.txt");
    Process maven = start(output, arguments);
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

  /** Starts Maven, which says what it does in a file. */
  Process start(Path output, String... arguments) throws IOException {
    write(
        "settings.xml",
        """
        <settings>
          <profiles><profile><id>gatehouse</id>
            <repositories>
              <repository><id>uploaded</id><url>%1$s</url></repository>
              <repository><id>build</id><url>%2$s</url></repository>
            </repositories>
            <pluginRepositories>
              <pluginRepository><id>uploaded</id><url>%1$s</url></pluginRepository>
              <pluginRepository><id>build</id><url>%2$s</url></pluginRepository>
            </pluginRepositories>
          </profile></profiles>
          <activeProfiles><activeProfile>gatehouse</activeProfile></activeProfiles>
        </settings>
        """
            .formatted(UPLOADED.toUri(), Path.of(System.getProperty("maven.repository")).toUri()));
    Stream<String> command =
        Stream.of(
            Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
            "-B",
            "-ntp",
            "-s",
            "settings.xml",
            "-Dmaven.repo.local=" + repository);
    return new ProcessBuilder(Stream.concat(command, Stream.of(arguments)).toList())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
