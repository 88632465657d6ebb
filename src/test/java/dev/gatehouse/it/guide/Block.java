package dev.gatehouse.it.guide;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is between two fences of the page.
 *
 * @param file where it is
 * @param kind what is behind the opening fence
 * @param line where that fence is, from 1
 */
record Block(String file, String kind, int line, String text) {
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:public )?(?:sealed )?(?:class|record|enum|interface) (\\w+)");

  /** The type that it declares; empty for members of a bean. */
  Optional<String> type() {
    Matcher type = TYPE.matcher(text);
    return type.find() ? Optional.of(type.group(1)) : Optional.empty();
  }

  boolean isTest() {
    return text.contains("org.junit");
  }
}
