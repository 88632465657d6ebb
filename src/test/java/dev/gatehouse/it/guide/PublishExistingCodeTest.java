package dev.gatehouse.it.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of the page, untouched, with its mapping files. */
class PublishExistingCodeTest {
  private static final Path PAGE = Path.of("docs/publish-existing-code.md");

  @TempDir Path directory;
  private Path classes;
  private List<Block> blocks;

  @BeforeEach
  void read() throws Exception {
    classes = Files.createDirectory(directory.resolve("classes"));
    blocks = GuidePage.parse(PAGE.toString(), Files.readString(PAGE)).blocks();
  }

  private List<Block> all(String kind) {
    return blocks.stream().filter(block -> block.kind().equals(kind)).toList();
  }

  private List<String> deploy(String mapping) throws Exception {
    Path file = classes.resolve("META-INF/gatehouse-tools.json");
    Files.createDirectory(file.getParent());
    Files.writeString(file, all(mapping).get(0).text());
    List<Source> sources =
        all("java").stream()
            .map(block -> new Source(block, block.type().orElseThrow(), block.text(), 0))
            .toList();
    try (Compilation compilation = Compilation.of(sources, classes)) {
      return GuideDeployment.declared(compilation);
    }
  }

  @Test
  void no_block_is_passed_over() {
    assertThat(blocks).extracting(Block::kind).containsOnly("java", "json", "json refused", "text");
  }

  @Test
  void the_methods_are_tools_and_no_others() throws Exception {
    assertThat(deploy("json"))
        .containsExactlyInAnyOrder("Tool find_orders", "Tool cancel_order", "Tool count");
  }

  @Test
  void the_mistakes_are_refused_with_the_words_on_the_page() throws Exception {
    String refusals = all("text").get(0).text().strip();
    try (var log = new RefusalLog()) {
      assertThatThrownBy(() -> deploy("json refused")).hasMessageContaining("4 problems");
      assertThat(log.blocks().get(0).lines().skip(1).map(line -> line.substring(3)))
          .containsExactlyElementsOf(refusals.lines().toList());
    }
  }

  @Test
  void the_schema_for_editors_takes_the_files() {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(getClass().getResourceAsStream("/META-INF/gatehouse-tools.schema.json"));
    assertThat(schema.validate(all("json").get(0).text(), InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(all("json refused").get(0).text(), InputFormat.JSON)).isEmpty();
  }
}
