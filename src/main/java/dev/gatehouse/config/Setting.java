package dev.gatehouse.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One setting: what the operator reads about it, and how its text becomes a value.
 *
 * @param name the MicroProfile Config property; may end in a placeholder such as {@code <scope>}
 * @param shown the default as the operator reads it; "none" if nothing holds
 * @param unit the unit and the bounds of a number, else what kind of value it is
 * @param meaning what it is for, as a phrase
 * @param quotable which texts may be repeated in the log
 * @param fallback what holds where nothing is set
 * @param rule makes the value, or refuses with an IllegalArgumentException: "must be …"
 */
record Setting<T>(
    String name,
    String shown,
    String unit,
    String meaning,
    Pattern quotable,
    T fallback,
    Function<String, T> rule) {
  /** The unit of what the standard has and Gatehouse does not. */
  static final String REFUSED = "refused";

  private static final Pattern ANY = Pattern.compile("(?s).*");
  private static final Pattern NONE = Pattern.compile("(?!)");

  /** User info, query and fragment may hold secrets. */
  private static final Pattern NO_SECRET_OF_A_URL = Pattern.compile("[^@?#]*");

  static <T> Setting<Optional<T>> of(
      String name, String shown, String unit, String meaning, Function<String, T> rule) {
    return new Setting<>(
        name, shown, unit, meaning, ANY, Optional.empty(), rule.andThen(Optional::of));
  }

  static Setting<Optional<String>> text(String name, String shown, String meaning) {
    return of(name, shown, "text", meaning, text -> text);
  }

  static <T> Setting<Optional<T>> url(
      String name, String shown, String meaning, Function<String, T> rule) {
    return of(name, shown, "URL", meaning, rule).quoting(NO_SECRET_OF_A_URL);
  }

  static Setting<Boolean> flag(String name, boolean fallback, String meaning) {
    return new Setting<>(
        name,
        String.valueOf(fallback),
        "`true` or `false`",
        meaning,
        ANY,
        fallback,
        Setting::trueOrFalse);
  }

  static Setting<Integer> number(
      String name, int fallback, String unit, int min, int max, String meaning) {
    return new Setting<>(
        name,
        String.valueOf(fallback),
        "%s, %d to %d".formatted(unit, min, max),
        meaning,
        ANY,
        fallback,
        text -> between(text, min, max));
  }

  /** No number holds where none is set. */
  static Setting<Optional<Integer>> optionalNumber(
      String name, String unit, int min, int max, String meaning) {
    return of(
        name,
        "none",
        "%s, %d to %d".formatted(unit, min, max),
        meaning,
        text -> between(text, min, max));
  }

  /** Entries between commas, each by the rule; an empty list where nothing is set. */
  static <T> Setting<List<T>> list(
      String name, String shown, String meaning, Function<String, T> rule) {
    return new Setting<>(name, shown, "list", meaning, ANY, List.of(), text -> entries(text, rule));
  }

  /** What the standard has and Gatehouse does not: "is not …". */
  static Setting<Optional<String>> refused(String name, String why) {
    return Setting.<String>of(
            name,
            "none",
            REFUSED,
            why,
            text -> {
              throw new IllegalArgumentException("is not supported: " + why);
            })
        .secret();
  }

  Setting<T> secret() {
    return quoting(NONE);
  }

  private Setting<T> quoting(Pattern texts) {
    return new Setting<>(name, shown, unit, meaning, texts, fallback, rule);
  }

  Setting<T> or(T other) {
    return new Setting<>(name, shown, unit, meaning, quotable, other, rule);
  }

  /** The setting for one value of the placeholder. */
  Setting<T> at(String value) {
    return new Setting<>(prefix() + value, shown, unit, meaning, quotable, fallback, rule);
  }

  boolean hasPlaceholder() {
    return name.contains("<");
  }

  /** The name as far as the placeholder, if it has one. */
  String prefix() {
    return hasPlaceholder() ? name.substring(0, name.indexOf('<')) : name;
  }

  /** What stands in place of one value, in capitals; empty if any name is whole. */
  String placeholder() {
    return name.substring(prefix().length()).toUpperCase(Locale.ROOT);
  }

  /** The environment variable that sets it too, as far as the placeholder. */
  String variable() {
    return variable(prefix());
  }

  /** The environment variable that MicroProfile Config reads for a property. */
  static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static <T> List<T> entries(String text, Function<String, T> rule) {
    return Arrays.stream(text.split(",", -1))
        .map(entry -> rule.apply(notBlank(entry.strip())))
        .distinct()
        .toList();
  }

  private static String notBlank(String entry) {
    if (entry.isEmpty()) {
      throw new IllegalArgumentException("has a blank entry: remove the comma too many");
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
