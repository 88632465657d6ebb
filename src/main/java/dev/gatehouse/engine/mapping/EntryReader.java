package dev.gatehouse.engine.mapping;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one entry of a mapping file. */
final class EntryReader {
  private static final Set<String> ENTRY =
      Set.of(
          "class",
          "method",
          "parameters",
          "name",
          "title",
          "description",
          "hints",
          "task",
          "scopes",
          "noScopeRequired",
          "arguments");
  private static final Set<String> HINTS =
      Set.of("readOnly", "destructive", "idempotent", "openWorld");
  private static final Set<String> ARGUMENT =
      Set.of("name", "description", "required", "default", "fixed", "hidden", "sensitive");

  private EntryReader() {}

  /** The entry at this place, for messages; empty after noting what is wrong with it. */
  static Optional<MappedTool> read(JsonObject entry, String place, List<String> problems) {
    return tool(StrictObject.of(entry, place, ENTRY, problems));
  }

  private static Optional<MappedTool> tool(StrictObject entry) {
    int before = entry.problems().size();
    List.of("class", "method", "description").forEach(entry::demand);
    Optional<String> type = entry.text("class", Texts.WORD);
    Optional<String> method = entry.text("method", Texts.WORD);
    Optional<List<String>> parameters = entry.texts("parameters", Texts.WORD, 0);
    ToolWords words = new ToolWords(entry, entry.object("hints", HINTS));
    List<String> scopes = scopes(entry);
    Map<String, MappedArgument> arguments = new HashMap<>();
    entry.objects("arguments", ARGUMENT).forEach((name, each) -> arguments.put(name, of(each)));
    return entry.problems().size() == before
        ? Optional.of(
            new MappedTool(
                entry.place(),
                type.orElseThrow(),
                method.orElseThrow(),
                parameters,
                words,
                scopes,
                arguments))
        : Optional.empty();
  }

  private static List<String> scopes(StrictObject entry) {
    if (entry.has("scopes") == entry.has("noScopeRequired")) {
      entry.problem("scopes", "is needed, or noScopeRequired, and not both");
    }
    if (entry.has("noScopeRequired") && entry.json().get("noScopeRequired") != JsonValue.TRUE) {
      entry.problem("noScopeRequired", "must be true: leave it out and give scopes otherwise");
    }
    return entry.texts("scopes", Texts.SCOPE, 1).orElse(List.of());
  }

  private static MappedArgument of(StrictObject argument) {
    Optional<JsonValue> preset = argument.any("default");
    Optional<JsonValue> fixed = argument.any("fixed");
    boolean hidden = argument.flag("hidden").orElse(false);
    if (argument.has("default") && (argument.has("fixed") || argument.has("hidden"))) {
      argument.problem("default", "is of no use with fixed or hidden");
    }
    return new MappedArgument(
        argument.text("name", Texts.NAME),
        argument.text("description", Texts.SAYING),
        argument.flag("required"),
        fixed.or(() -> preset),
        hidden || fixed.isPresent(),
        argument.flag("sensitive").orElse(false));
  }
}
