package dev.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RequiredLibrariesTest {

  @Test
  void what_is_missing_is_told_at_once() {
    assertThatIllegalStateException()
        .isThrownBy(() -> RequiredLibraries.check(ClassLoader.getPlatformClassLoader()))
        .withMessageContainingAll(
            RequiredLibraries.ARTIFACTS.values().toArray(CharSequence[]::new));
    assertThatCode(RequiredLibraries::check).doesNotThrowAnyException();
  }

  @Test
  void it_is_what_these_tests_are_made_with() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    assertThat(RequiredLibraries.ARTIFACTS.values())
        .allSatisfy(
            artifact ->
                assertThat(pom)
                    .contains(
                        "<groupId>%s</groupId>\n      <artifactId>%s</artifactId>"
                            .formatted((Object[]) artifact.split(":"))));
  }
}
