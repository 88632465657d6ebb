package dev.gatehouse.landing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LandingPageTest {
  private static final String EVIL = "</title><script>alert('1')</script>\"{{{script}}}";
  private static final String SHOWN =
      "&lt;/title&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;{{{script}}}";

  private final Map<String, String> properties =
      new HashMap<>(
          Map.of(
              "scalekit.environment.url", "https://acme.scalekit.com",
              "scalekit.resource.id", "res_1",
              "mcp.url", "https://mcp.acme.com/a&b/mcp",
              "mcp.instructions", "Only for the initiated " + EVIL));
  private final List<ToolSummary> tools =
      List.of(
          new ToolSummary("add_" + EVIL, "Add " + EVIL, "Adds " + EVIL, List.of("todo:" + EVIL)),
          new ToolSummary("whoami", "", "Tells who you are", List.of()));

  private LandingPage page() {
    var config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(properties, "test", 200))
            .build();
    return LandingPage.of(Settings.load(config), tools);
  }

  private static String html(LandingPage page) {
    return new String(page.ready(), UTF_8);
  }

  private static String between(String html, String tag) {
    Matcher element =
        Pattern.compile("<" + tag + ">(.*?)</" + tag + ">", Pattern.DOTALL).matcher(html);
    assertThat(element.find()).isTrue();
    String content = element.group(1);
    assertThat(element.find()).as("one " + tag).isFalse();
    return content;
  }

  @Test
  void it_names_the_server_and_its_address() {
    properties.put("mcp.server.title", "Acme's todos");

    assertThat(html(page()))
        .contains("<h1>Acme&#39;s todos</h1>", "<code>https://mcp.acme.com/a&amp;b/mcp</code>")
        .contains("<html lang=\"en\">");
  }

  @Test
  void a_hostile_title_is_text() {
    properties.put("mcp.server.title", EVIL);

    String html = html(page());

    assertThat(html).contains("<h1>" + SHOWN + "</h1>").doesNotContain(EVIL);
    assertThat(between(html, "title")).isEqualTo(SHOWN + ": an MCP server");
    between(html, "script");
  }

  @Test
  void a_hostile_name_is_text() {
    properties.put("mcp.server.name", EVIL);

    assertThat(html(page())).contains("<h1>" + SHOWN + "</h1>").doesNotContain(EVIL);
  }

  @Test
  void tools_scopes_and_instructions_are_not_shown_unless_that_is_configured() {
    assertThat(html(page()))
        .doesNotContain("add_", "Adds", "todo:", "whoami", "initiated", "<h2 id=\"tools\">");
  }

  @Test
  void hostile_tools_scopes_and_instructions_are_text() {
    properties.put("mcp.landing.tools", "true");

    String html = html(page());

    assertThat(html)
        .contains("<code>add_" + SHOWN + "</code> Add " + SHOWN + "</dt>")
        .contains("<dd>Adds " + SHOWN + "<br><small>Needs <code>todo:" + SHOWN + "</code></small>")
        .contains("<dd>Tells who you are<br><small>Needs any login</small></dd>")
        .contains("<p class=\"about\">Only for the initiated " + SHOWN + "</p>")
        .doesNotContain(EVIL);
    between(html, "script");
  }

  @Test
  void the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else() throws Exception {
    LandingPage page = page();

    assertThat(List.of(page.policy().split("; ")))
        .containsExactly(
            "default-src 'none'",
            "img-src data:",
            "style-src '" + hash(between(html(page), "style")) + "'",
            "script-src '" + hash(between(html(page), "script")) + "'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");
    assertThat(html(page)).doesNotContain(" style=", " src=", " onclick=", "\r");
  }

  private static String hash(String text) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }

  @Test
  void only_the_status_differs_while_calls_cannot_be_served() {
    LandingPage page = page();

    assertThat(html(page)).contains("<p class=\"status ready\"><b>Status</b> Ready");
    assertThat(new String(page.waiting(), UTF_8))
        .contains("<p class=\"status waiting\"><b>Status</b> Not ready")
        .hasSizeGreaterThan(html(page).length() - 100);
  }
}
