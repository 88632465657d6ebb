package dev.gatehouse.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * A name that is set, as the operator wrote it.
 *
 * <p>For the environment variable {@code MCP_SCOPES_IMPLIED_TODO_WRITE} servers list that name, or
 * {@code mcp.scopes.implied.todo.write}, or both; the second is a guess, since an underscore may
 * stand for {@code :} as well. But only a source of variables answers to both, so that tells a
 * variable, whichever is listed, from a property.
 *
 * @param text the property, or the variable in capitals
 * @param isVariable whether it is an environment variable
 * @param source what the source calls itself
 */
record ConfiguredName(String text, boolean isVariable, String source) {

  /** Those in the spaces where Gatehouse's settings are, each once for each source, sorted. */
  static List<ConfiguredName> all(Config config) {
    return StreamSupport.stream(config.getConfigSources().spliterator(), false)
        .flatMap(ConfiguredName::of)
        .distinct()
        .sorted((a, b) -> a.text.compareTo(b.text))
        .toList();
  }

  private static Stream<ConfiguredName> of(ConfigSource source) {
    return source.getPropertyNames().stream()
        .filter(name -> name.matches("(?i)(%[^.]*\\.)?(mcp|scalekit|mp[._]jwt)[._].+"))
        .map(name -> of(name, source));
  }

  private static ConfiguredName of(String name, ConfigSource source) {
    return isVariable(name, source)
        ? new ConfiguredName(Setting.variable(name), true, source.getName())
        : new ConfiguredName(name, false, source.getName());
  }

  private static boolean isVariable(String name, ConfigSource source) {
    String other =
        name.matches("\\w+")
            ? name.toLowerCase(Locale.ROOT).replace('_', '.')
            : Setting.variable(name);
    return source.getValue(other) != null;
  }

  /** Without the MicroProfile Config profile ({@code %prod.}) that it may be for. */
  String withoutProfile() {
    return text.replaceFirst("^%[^.]*\\.", "");
  }

  /** Whether it sets this setting, with any value for its placeholder. */
  boolean means(Setting<?> setting) {
    String name = withoutProfile();
    String whole = isVariable ? setting.variable() : setting.prefix();
    return setting.hasPlaceholder()
        ? name.startsWith(whole) && name.length() > whole.length()
        : name.equals(whole);
  }
}
