package dev.gatehouse.run.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** One place where strangers' bytes come in, and what must hold for all of them. */
public interface FuzzTarget {

  /** Throws what the place may never throw, or an AssertionError when it did something wrong. */
  void check(byte[] input) throws Exception;

  /** Inputs that get far, to begin with. */
  List<String> seeds();

  /** What such inputs are made of. */
  List<String> words();

  /** Texts in UTF-8. */
  static List<byte[]> bytes(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** Fails with the sentence unless it holds. */
  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  /** The words of JSON, for targets that read it. */
  static List<String> json(String... more) {
    return Stream.concat(
            Stream.of(
                "{",
                "}",
                "[",
                "]",
                "{}",
                "[]",
                "\"",
                ",",
                ":",
                "null",
                "true",
                "false",
                "0",
                "-0",
                "-1",
                "1.0",
                "1.00",
                "1e400",
                "1E-2147483647",
                "1e99999999999",
                "2147483648",
                "\\",
                "\\u0000",
                "\\ud800",
                "\\udc00",
                "\\u2028",
                "\u00e4",
                "\ufeff",
                "\u2003",
                "\t"),
            Stream.of(more))
        .toList();
  }
}
