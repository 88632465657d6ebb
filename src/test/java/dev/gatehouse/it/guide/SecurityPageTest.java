package dev.gatehouse.it.guide;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The threat model claims nothing that no test shows. */
class SecurityPageTest {
  private static final Path PAGE = Path.of("docs/security.md");
  private static final String TESTS = "src/test/java/";
  private static final Pattern CITED = Pattern.compile("\\[`(\\w+)\\.(\\w+)`]\\[(\\w+)]");
  private static final Pattern LINKED =
      Pattern.compile("^\\[(\\w+)]: \\.\\./" + TESTS + "(\\S+)\\.java$", Pattern.MULTILINE);
  private static final String HEADER = "| Can't | Shown by |";

  private static Stream<MatchResult> cited(String text) {
    return CITED.matcher(text).results();
  }

  private static Map<String, String> linked(String page) {
    return LINKED.matcher(page).results().collect(toMap(link -> link.group(1), m -> m.group(2)));
  }

  private static List<String> wrong(String page) {
    Map<String, String> links = linked(page);
    return cited(page)
        .filter(citation -> !isTest(citation, links.getOrDefault(citation.group(3), "")))
        .map(MatchResult::group)
        .toList();
  }

  private static boolean isTest(MatchResult citation, String link) {
    String name = citation.group(1);
    return citation.group(3).equals(name)
        && link.endsWith("/" + name)
        && Files.exists(Path.of(TESTS + link + ".java"))
        && isTest(link.replace('/', '.'), citation.group(2));
  }

  private static boolean isTest(String type, String name) {
    try {
      // Not initialized: some tests need a server for that.
      Class<?> tests = Class.forName(type, false, SecurityPageTest.class.getClassLoader());
      return Stream.of(tests.getDeclaredMethods())
          .filter(method -> method.getName().equals(name))
          .anyMatch(
              method ->
                  AnnotationSupport.isAnnotated(method, Testable.class)
                      && !AnnotationSupport.isAnnotated(method, Disabled.class));
    } catch (ClassNotFoundException renamed) {
      return false;
    }
  }

  @Test
  void every_test_on_the_page_exists() throws IOException {
    assertThat(wrong(Files.readString(PAGE))).isEmpty();
  }

  @Test
  void every_claim_names_a_test() throws IOException {
    List<String> claims =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("|"))
            .filter(line -> !line.equals(HEADER) && !line.equals("|---|---|"))
            .toList();
    assertThat(claims).hasSizeGreaterThan(50).allMatch(claim -> cited(claim).findAny().isPresent());
  }

  @Test
  void every_link_to_a_test_is_used() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(cited(page).map(citation -> citation.group(3)).distinct())
        .containsExactlyInAnyOrderElementsOf(linked(page).keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[`SecurityPageTest.renamed`][SecurityPageTest]",
        "[`RenamedTest.every_claim_names_a_test`][SecurityPageTest]",
        "[`SecurityPageTest.every_claim_names_a_test`][Unlinked]",
        "[`SecurityPageTest.wrong`][SecurityPageTest]",
        "[`MovedTest.every_claim_names_a_test`][MovedTest]"
      })
  void what_is_no_test_is_noticed(String citation) {
    String links =
        "\n[SecurityPageTest]: ../src/test/java/dev/gatehouse/it/guide/SecurityPageTest.java"
            + "\n[MovedTest]: ../src/test/java/dev/gatehouse/it/guide/MovedTest.java";
    assertThat(wrong(citation + links)).containsExactly(citation);
    assertThat(wrong("[`SecurityPageTest.every_claim_names_a_test`][SecurityPageTest]" + links))
        .isEmpty();
  }
}
