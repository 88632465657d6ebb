package dev.gatehouse.security.scope;

import dev.gatehouse.engine.bean.Ejbs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An EJB on a server that has none: Java forgets annotations whose classes are not there, so that
 * it is a class like any other, and its tools would be missing without a word.
 */
final class LostEjb {
  private static final Pattern MARK =
      Pattern.compile("Ljakarta/ejb/(Stateless|Stateful|Singleton);");

  private LostEjb() {}

  /** What is wrong with this class, if it is one. */
  static Stream<String> of(Class<?> type) {
    return !Ejbs.isEjb(type) && isMarked(type)
        ? Stream.of(
            type.getName()
                + " is not offered, because it is an EJB, and this server makes none here: use one, or a"
                + " configuration of it, that has EJBs")
        : Stream.empty();
  }

  private static boolean isMarked(Class<?> type) {
    String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream code =
        Optional.ofNullable(type.getResourceAsStream(file))
            .orElseGet(InputStream::nullInputStream)) {
      return MARK.matcher(new String(code.readAllBytes(), StandardCharsets.ISO_8859_1)).find();
    } catch (IOException unreadable) {
      return false;
    }
  }
}
