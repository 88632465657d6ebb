package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for {@code x-mcp-header}; conforming clients drop a tool that breaks them. */
final class HeaderRules {
  // RFC 9110, section 5.6.2
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Map<String, HeaderParameter.Kind> KINDS =
      Map.of(
          "string", HeaderParameter.Kind.STRING,
          "integer", HeaderParameter.Kind.INTEGER,
          "boolean", HeaderParameter.Kind.BOOLEAN);

  private final Set<String> taken = new HashSet<>();
  private final List<HeaderParameter> accepted = new ArrayList<>();
  private final List<String> problems;

  HeaderRules(List<String> problems) {
    this.problems = problems;
  }

  void check(String property, String header, JsonObject schema) {
    Optional<HeaderParameter.Kind> kind =
        Optional.ofNullable(KINDS.get(schema.getString("type", "")));
    if (!TOKEN.matcher(header).matches()) {
      problems.add(property + ": header '" + header + "' is not an RFC 9110 token");
    } else if (!taken.add(header.toLowerCase(Locale.ROOT))) {
      problems.add(property + ": header '" + header + "' belongs to another argument");
    } else if (kind.isEmpty()) {
      problems.add(property + ": only a string, integer or boolean can have a header");
    } else {
      accepted.add(new HeaderParameter(header, property, kind.get()));
    }
  }

  List<HeaderParameter> accepted() {
    return List.copyOf(accepted);
  }
}
