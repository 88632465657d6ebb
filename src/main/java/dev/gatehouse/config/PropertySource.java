package dev.gatehouse.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Reads properties and collects what is wrong with them, so that all problems show at once. */
final class PropertySource {
  /** RFC 6749 §3.3 {@code scope-token}, without the comma that separates our lists. */
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x2B\\x2D-\\x5B\\x5D-\\x7E]+");

  private final Config config;
  private final List<String> problems = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Map<String, String> fallbacks = new HashMap<>();

  PropertySource(Config config) {
    this.config = config;
  }

  /**
   * The longer names that start so. Not those that only a source with environment variables lists,
   * which can but guess what the underscores of a variable stand for.
   */
  Set<String> names(String prefix) {
    return longer(prefix).filter(name -> !isGuess(name)).collect(Collectors.toSet());
  }

  /** The environment variables whose names start like that of the property, sorted. */
  SortedSet<String> variables(String prefix) {
    return Stream.concat(longer(variable(prefix)), longer(prefix).filter(this::isGuess))
        .map(PropertySource::variable)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<String> longer(String prefix) {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> name.startsWith(prefix) && name.length() > prefix.length());
  }

  private boolean isGuess(String name) {
    List<ConfigSource> listing =
        StreamSupport.stream(config.getConfigSources().spliterator(), false)
            .filter(source -> source.getPropertyNames().contains(name))
            .toList();
    return !listing.isEmpty()
        && listing.stream().allMatch(source -> source.getValue(variable(name)) != null);
  }

  Optional<String> text(String name) {
    return config.getOptionalValue(name, String.class).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** The value after the rule, which refuses with an IllegalArgumentException: "must be …". */
  <T> Optional<T> value(String name, Function<String, T> rule) {
    return text(name).flatMap(text -> checked(name, text, rule));
  }

  Optional<URI> url(String name, Function<String, URI> rule) {
    return value(name, rule);
  }

  /** The entries of a comma-separated list after the rule; a bad entry is left out and reported. */
  Optional<List<String>> list(String name, Function<String, String> rule) {
    return text(name).map(text -> entries(name, text, rule));
  }

  Optional<List<String>> scopes(String name) {
    return list(name, PropertySource::scope);
  }

  int number(String name, int fallback, int min, int max) {
    fallbacks.put(name, fallback + ", " + min + " to " + max);
    return value(name, text -> between(text, min, max)).orElse(fallback);
  }

  boolean flag(String name, boolean fallback) {
    fallbacks.put(name, String.valueOf(fallback));
    return value(name, PropertySource::trueOrFalse).orElse(fallback);
  }

  void problem(String name, String whatToDo) {
    problems.add(sentence(name, whatToDo));
  }

  /** Something that works, but hardly as meant. */
  void remark(String name, String whatToDo) {
    remarks.add(sentence(name, whatToDo));
  }

  /** What holds where nothing is set, and the limits of numbers, as far as code was asked. */
  Map<String, String> fallbacks() {
    return Map.copyOf(fallbacks);
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  private static String sentence(String name, String whatToDo) {
    return name + " (environment variable " + variable(name) + ") " + whatToDo + ".";
  }

  void refuseIfBroken() {
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  /** The environment variable that MicroProfile Config reads for the property. */
  static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private List<String> entries(String name, String text, Function<String, String> rule) {
    return Arrays.stream(text.split(",", -1))
        .map(entry -> checked(name, entry.strip(), value -> rule.apply(notBlank(value))))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private <T> Optional<T> checked(String name, String text, Function<String, T> rule) {
    try {
      return Optional.of(rule.apply(text));
    } catch (IllegalArgumentException refused) {
      problem(name, refused.getMessage());
      return Optional.empty();
    }
  }

  private static String notBlank(String entry) {
    if (entry.isEmpty()) {
      throw new IllegalArgumentException("has a blank entry: remove the comma too many");
    }
    return entry;
  }

  private static String scope(String entry) {
    if (!SCOPE.matcher(entry).matches()) {
      throw new IllegalArgumentException(
          "must be a comma-separated list of scopes without spaces, quotes or backslashes");
    }
    return entry;
  }

  private static boolean trueOrFalse(String text) {
    if (!text.matches("(?i)true|false")) {
      throw new IllegalArgumentException("must be true or false");
    }
    return Boolean.parseBoolean(text);
  }

  private static int between(String text, int min, int max) {
    if (text.matches("\\d{1,9}")
        && Integer.parseInt(text) >= min
        && Integer.parseInt(text) <= max) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException("must be a whole number from " + min + " to " + max);
  }
}
