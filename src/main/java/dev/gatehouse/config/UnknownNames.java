package dev.gatehouse.config;

import java.util.Comparator;
import java.util.List;

/** Names in the spaces of our settings that are set and mean nothing, often misspelt ones. */
record UnknownNames(PropertySource source) {
  /** More letters make another word. */
  private static final int MISSPELT = 2;

  /** A sentence for each, with the nearest setting; values are never told. */
  List<String> sentences() {
    return source.names().stream()
        .filter(name -> KnownSettings.ALL.stream().noneMatch(name::means))
        .map(UnknownNames::sentence)
        .toList();
  }

  private static String sentence(ConfiguredName name) {
    Setting<?> nearest =
        KnownSettings.ALL.stream()
            .filter(setting -> !setting.unit().equals(Setting.REFUSED))
            .min(Comparator.comparingInt(setting -> distance(name, setting)))
            .orElseThrow();
    return "%s in %s means nothing: the nearest setting is %s."
        .formatted(name.text(), name.source(), shown(nearest, name.isVariable()));
  }

  /** Of a setting with a placeholder, as much of the name counts as stands before it. */
  private static int distance(ConfiguredName name, Setting<?> setting) {
    String ours = setting.variable();
    String theirs = Setting.variable(name.withoutProfile());
    int whole = EditDistance.between(theirs, ours);
    if (!setting.hasPlaceholder() || theirs.length() <= ours.length()) {
      return whole;
    }
    int begin = EditDistance.between(theirs.substring(0, ours.length()), ours);
    return begin <= MISSPELT ? begin : whole;
  }

  private static String shown(Setting<?> setting, boolean asVariable) {
    if (!asVariable) {
      return setting.name();
    }
    return setting.variable() + setting.placeholder();
  }
}
