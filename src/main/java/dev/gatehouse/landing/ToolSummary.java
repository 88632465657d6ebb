package dev.gatehouse.landing;

import dev.gatehouse.engine.tool.ToolDefinition;
import dev.gatehouse.security.scope.DeclaredScopes;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/** A tool as people read about it; without scopes, a valid token is enough for it. */
record ToolSummary(String name, String title, String description, List<String> scopes) {
  ToolSummary {
    scopes = List.copyOf(scopes);
  }

  static ToolSummary of(ToolDefinition tool, DeclaredScopes scopes) {
    JsonObject json = tool.toJson(false);
    return new ToolSummary(
        tool.name(),
        json.getString("title", ""),
        json.getString("description"),
        scopes.needed(tool.declaration()).stream().sorted().toList());
  }

  /** A term and its description. */
  String html() {
    String shown = title.isEmpty() ? "" : " " + HtmlTemplate.escape(title);
    String needs =
        scopes.isEmpty()
            ? "any login"
            : scopes.stream()
                .map(scope -> "<code>" + HtmlTemplate.escape(scope) + "</code>")
                .collect(Collectors.joining(" "));
    return "<dt><code>%s</code>%s</dt>\n<dd>%s<br><small>Needs %s</small></dd>\n"
        .formatted(HtmlTemplate.escape(name), shown, HtmlTemplate.escape(description), needs);
  }
}
