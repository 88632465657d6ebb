package dev.gatehouse.engine.schema;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a Java regular expression means the same in ECMAScript with the {@code u} flag, as JSON
 * Schema validators use it. A validator that cannot compile a pattern rejects the whole tool, so in
 * doubt the answer is no.
 */
final class EcmaRegex {
  private static final List<Pattern> FOREIGN =
      List.of(
          // escapes that only Java has, or that "u" forbids
          Pattern.compile("\\\\(?![dDwWsSbBnrtf^$\\\\.*+?()\\[\\]{}|/])"),
          // possessive quantifiers
          Pattern.compile("[*+?}]\\+"),
          // inline flags, atomic groups, and lookaround, which ECMAScript has and some clients
          // refuse
          Pattern.compile("\\(\\?(?!:)"),
          // intersections and nested classes
          Pattern.compile("&&|(?<!\\\\)\\[[^\\]]*(?<!\\\\)\\["),
          // ranges that begin or end with a class
          Pattern.compile("\\\\[wWdDsS]-(?!\\])|-\\\\[wWdDsS]"));

  private EcmaRegex() {}

  static boolean understands(String javaRegex) {
    return FOREIGN.stream().noneMatch(foreign -> foreign.matcher(javaRegex).find());
  }
}
