package dev.gatehouse.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the proxy of the page lets through, which a company copies. */
class ProxyPageTest {
  private static final Path PAGE = Path.of("docs/deploy/proxy.md");
  private static final String SERVER = "{ proxy_pass http://127.0.0.1:8080; }";

  private static List<Block> blocks() throws IOException {
    return GuidePage.parse(PAGE.toString(), Files.readString(PAGE)).blocks().stream()
        .filter(block -> block.kind().equals("nginx"))
        .toList();
  }

  // Whatever else passes requests on has braces or one of these words.
  private static Stream<String> passing(Block block) {
    return block.text().lines().filter(line -> line.matches(".*([{}]|location|_pass|include).*"));
  }

  @Test
  void the_sample_passes_the_endpoint_its_metadata_and_the_landing_page_alone() throws IOException {
    assertThat(passing(blocks().get(0)))
        .containsExactly(
            "location = /mcp " + SERVER,
            "location /.well-known/ " + SERVER,
            "location = / " + SERVER,
            "location / { return 404; }");
  }

  @Test
  void the_line_for_a_context_root_passes_one_document_more() throws IOException {
    assertThat(blocks()).hasSize(2);
    assertThat(passing(blocks().get(1)))
        .singleElement()
        .asString()
        .startsWith("location = /.well-known/oauth-protected-resource/todo/mcp { proxy_pass ");
  }

  @Test
  void the_sample_names_what_the_page_demands_of_a_proxy() throws IOException {
    assertThat(blocks().get(0).text().lines())
        .contains(
            "proxy_set_header Host $host;",
            "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;",
            "proxy_buffering off;");
  }
}
