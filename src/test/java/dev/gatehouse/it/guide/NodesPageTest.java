package dev.gatehouse.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cluster.NodeChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The channel of the page, which a company copies. */
class NodesPageTest {
  private static final Path PAGE = Path.of("docs/nodes.md");

  @TempDir Path classes;

  @Test
  void the_channel_of_jakarta_messaging_compiles_as_it_is() throws Exception {
    List<Source> sources =
        GuidePage.parse(PAGE.toString(), Files.readString(PAGE)).blocks().stream()
            .filter(block -> block.kind().equals("java"))
            .map(block -> new Source(block, block.type().orElseThrow(), block.text(), 0))
            .toList();
    try (Compilation compilation = Compilation.of(sources, classes)) {
      assertThat(compilation.classes())
          .singleElement()
          .satisfies(type -> assertThat(NodeChannel.class.isAssignableFrom(type)).isTrue());
    }
  }
}
