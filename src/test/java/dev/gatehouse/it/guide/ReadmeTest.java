package dev.gatehouse.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The section of the README for those who read the code. */
class ReadmeTest {
  private static final Path CODE = Path.of("src/main/java/dev/gatehouse");

  private static List<String> found(String pattern) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf("## Read the code"));
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(section)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  @Test
  void every_place_on_the_way_of_a_call_exists() throws IOException {
    assertThat(found("`((?:[a-z]+/)+[A-Z][A-Za-z]+)`"))
        .hasSizeGreaterThan(15)
        .allSatisfy(place -> assertThat(CODE.resolve(place + ".java")).exists());
  }

  private static List<String> packages() throws IOException {
    return found("^\\| (`[a-z`, ]+`) \\|").stream()
        .flatMap(line -> Pattern.compile("[a-z]+").matcher(line).results())
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void every_package_has_its_line() throws IOException {
    try (var files = Files.list(CODE)) {
      assertThat(packages())
          .containsExactlyInAnyOrderElementsOf(
              files.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList());
    }
  }
}
