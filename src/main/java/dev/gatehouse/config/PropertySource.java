package dev.gatehouse.config;

import dev.gatehouse.log.LogSanitizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Reads settings and collects what is wrong with them, so that all problems show at once. */
final class PropertySource {
  private final Config config;
  private final Set<String> problems = new LinkedHashSet<>();
  private final List<String> remarks = new ArrayList<>();

  PropertySource(Config config) {
    this.config = config;
  }

  /** What is set, without the blanks around it; empty if nothing is. */
  Optional<String> text(Setting<?> setting) {
    return config
        .getOptionalValue(setting.name(), String.class)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** The value, or the fallback where nothing is set, or where the rule refuses what is. */
  <T> T read(Setting<T> setting) {
    Optional<String> text = text(setting);
    try {
      return text.map(setting.rule()).orElse(setting.fallback());
    } catch (IllegalArgumentException refused) {
      problem(setting, refused.getMessage() + "; found " + found(setting, text.orElseThrow()));
      return setting.fallback();
    }
  }

  private String found(Setting<?> setting, String text) {
    String quoted =
        setting.quotable().matcher(text).matches() ? '"' + LogSanitizer.of(text) + "\" in " : "in ";
    return quoted + config.getConfigValue(setting.name()).getSourceName();
  }

  /** The names that its sources list. */
  List<ConfiguredName> names() {
    return ConfiguredName.all(config);
  }

  void problem(Setting<?> setting, String whatToDo) {
    problems.add(sentence(setting, whatToDo));
  }

  /** Something that works, but hardly as meant. */
  void remark(Setting<?> setting, String whatToDo) {
    remarks.add(sentence(setting, whatToDo));
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** With the others, which may be what was set instead. */
  void refuseIfBroken(List<String> others) {
    if (!problems.isEmpty()) {
      throw new SettingsException(Stream.concat(problems.stream(), others.stream()).toList());
    }
  }

  private static String sentence(Setting<?> setting, String whatToDo) {
    String variable = Setting.variable(setting.name());
    return setting.name() + " (environment variable " + variable + ") " + whatToDo + ".";
  }
}
