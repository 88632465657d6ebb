package dev.gatehouse.it.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class WriteAToolTest {
  @TempDir Path folder;

  private Compilation compile() throws Exception {
    return Compilation.of(GuidePage.read().sources(block -> true), folder);
  }

  @Test
  void no_block_is_passed_over() throws Exception {
    assertThat(GuidePage.read().blocks())
        .extracting(Block::kind)
        .containsOnly("java", "java refused", "text", "bash");
  }

  @Test
  void every_block_compiles_and_deploys() throws Exception {
    try (Compilation compilation = compile()) {
      assertThat(GuideDeployment.declared(compilation))
          .contains(
              "Tool writeNote",
              "Tool deleteNote",
              "Tool archiveNote",
              "Tool greet",
              "Prompt letter",
              "Resource logo",
              "Resource template note",
              "Completion completeUri")
          .hasSize((int) GuidePage.read().declarations());
    }
  }

  @Test
  void the_test_of_a_tool_passes() throws Exception {
    try (Compilation compilation = compile()) {
      var summary = new SummaryGeneratingListener();
      var tests = new ArrayList<>(compilation.classes());
      tests.removeIf(type -> !type.getSimpleName().endsWith("Test"));
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(tests.stream().map(DiscoverySelectors::selectClass).toList())
                  .build(),
              summary);
      assertThat(summary.getSummary().getFailures()).isEmpty();
      assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(2);
    }
  }

  @Test
  void the_mistakes_are_refused_with_the_words_on_the_page() throws Exception {
    GuidePage page = GuidePage.read();
    List<String> refusals = page.refusals();
    try (Compilation compilation = Compilation.of(page.refused(), folder);
        var log = new RefusalLog()) {
      assertThatThrownBy(() -> GuideDeployment.declared(compilation))
          .hasMessage(
              "Gatehouse can't start: %s (%d problems; the log has them all)",
              refusals.get(0), refusals.size());
      assertThat(log.blocks())
          .containsExactly("Gatehouse can't start:\n - " + String.join("\n - ", refusals));
    }
  }

  @Test
  void a_block_that_does_not_compile_is_named_with_its_line() throws Exception {
    GuidePage page =
        GuidePage.parse(
            "page.md",
            """
            ```java
            package com.acme.notes;

            @Deprecated
            public class Notes {
              // The block.
            }
            ```

            And now:

            ```java
            int right() {
              return wrong;
            }
            ```
            """);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Compilation.of(page.sources(block -> true), folder))
        .withMessageContaining("page.md:14, in the block of line 12: cannot find")
        .withMessageContaining("wrong");
  }
}
