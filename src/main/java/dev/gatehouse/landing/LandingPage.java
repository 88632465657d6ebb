package dev.gatehouse.landing;

import dev.gatehouse.config.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page for people who open the application in a browser, as bytes, with the policy that lets it
 * run nothing but its own style and script.
 *
 * @param ready what is shown while callers can be served
 * @param waiting what is shown while they can't
 * @param policy the value of {@code Content-Security-Policy}
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>
 */
record LandingPage(byte[] ready, byte[] waiting, String policy) {

  static LandingPage of(Settings settings, List<ToolSummary> tools) {
    String style = HtmlTemplate.read("landing.css");
    String script = HtmlTemplate.read("landing.js");
    HtmlTemplate template = new HtmlTemplate(HtmlTemplate.read("landing.html"));
    Map<String, String> values = new HashMap<>();
    values.put("style", style);
    values.put("script", script);
    values.put("title", settings.serverTitle().orElse(settings.serverName()));
    values.put("url", settings.endpoint().toString());
    values.put("offer", settings.landingTools() ? offer(settings, tools) : "");
    values.putAll(
        new ClientInstructions(settings.serverName(), settings.endpoint().toString()).lines());
    return new LandingPage(
        bytes(template, values, "ready", "Ready: it takes calls."),
        bytes(template, values, "waiting", "Not ready: calls can't be served at the moment."),
        policy(style, script));
  }

  private static byte[] bytes(
      HtmlTemplate template, Map<String, String> values, String state, String status) {
    Map<String, String> all = new HashMap<>(values);
    all.put("state", state);
    all.put("status", status);
    return template.fill(all).getBytes(StandardCharsets.UTF_8);
  }

  private static String offer(Settings settings, List<ToolSummary> tools) {
    String about =
        settings
            .instructions()
            .map(text -> "<p class=\"about\">" + HtmlTemplate.escape(text) + "</p>\n")
            .orElse("");
    return "<section aria-labelledby=\"tools\">\n<h2 id=\"tools\">Tools</h2>\n"
        + about
        + tools.stream().map(ToolSummary::html).collect(Collectors.joining("", "<dl>\n", "</dl>\n"))
        + "</section>\n";
  }

  private static String policy(String style, String script) {
    return "default-src 'none'; img-src data:; style-src "
        + hash(style)
        + "; script-src "
        + hash(script)
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
