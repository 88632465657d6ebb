package dev.gatehouse.landing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientInstructionsTest {
  private static final String URL = "https://mcp.acme.com/mcp";

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static String shell(String line) throws Exception {
    Process process = new ProcessBuilder("sh", "-c", line).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void there_is_a_line_for_each_client() {
    Map<String, String> lines = new ClientInstructions("acme", URL).lines();

    assertThat(lines.get("claude")).isEqualTo("claude mcp add --transport http acme " + URL);
    assertThat(lines.get("cursor"))
        .isEqualTo("{\"mcpServers\":{\"acme\":{\"url\":\"" + URL + "\"}}}");
    assertThat(lines.get("vscode"))
        .isEqualTo("{\"servers\":{\"acme\":{\"type\":\"http\",\"url\":\"" + URL + "\"}}}");
    assertThat(lines.get("inspector"))
        .endsWith(" -c 'mcp-inspector --web --transport http --server-url " + URL + "'");
  }

  @ParameterizedTest
  @CsvSource({"My server's,My-server-s", "'$(rm -rf /)',rm--rf", "-x,x", "世界,gatehouse"})
  void a_name_is_cut_to_what_every_client_takes(String name, String cut) {
    assertThat(new ClientInstructions(name, URL).name()).isEqualTo(cut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://h/a'b/mcp", "https://h/$(id)/mcp", "https://h/a;b&c/mcp"})
  void a_url_is_one_word_of_the_shell_whatever_is_in_it(String url) throws Exception {
    Map<String, String> lines = new ClientInstructions("acme", url).lines();

    String print = "printf '%s|' ";
    assertThat(shell(lines.get("claude").replace("claude ", print)))
        .isEqualTo("mcp|add|--transport|http|acme|" + url + "|");
    String inner = shell(lines.get("inspector").replace("npx ", print)).split("\\|")[6];
    assertThat(shell(inner.replace("mcp-inspector ", print)))
        .isEqualTo("--web|--transport|http|--server-url|" + url + "|");
    assertThat(json(lines.get("cursor")).getJsonObject("mcpServers").getJsonObject("acme"))
        .isEqualTo(Json.createObjectBuilder().add("url", url).build());
  }

  @Test
  void the_inspector_is_the_one_that_is_tested() throws Exception {
    JsonObject tested = json(Files.readString(Path.of("src/test/clients/package.json")));
    int at = ClientInstructions.INSPECTOR.lastIndexOf('@');
    assertThat(List.of(ClientInstructions.INSPECTOR.substring(at + 1)))
        .containsExactly(
            tested
                .getJsonObject("dependencies")
                .getString(ClientInstructions.INSPECTOR.substring(0, at)));
  }
}
