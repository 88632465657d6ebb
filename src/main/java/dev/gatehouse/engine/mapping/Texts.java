package dev.gatehouse.engine.mapping;

import java.util.regex.Pattern;

/** What a text of the mapping file may be; the same patterns are in its JSON Schema. */
enum Texts {
  ANY("[\\s\\S]*", "any text"),
  SAYING("[\\s\\S]*\\S[\\s\\S]*", "a text that is not blank"),
  WORD("\\S+", "a name without spaces"),
  NAME("[A-Za-z0-9_.-]{1,64}", "1 to 64 of A-Z a-z 0-9 _ . -"),
  TASK("optional|required", "\"optional\" or \"required\""),
  // RFC 6749, 3.3: scope-token
  SCOPE("[\\x21\\x23-\\x5B\\x5D-\\x7E]+", "a scope in the characters of RFC 6749, 3.3");

  static final int LONGEST = 10_000;

  private final Pattern pattern;
  private final String words;

  Texts(String pattern, String words) {
    this.pattern = Pattern.compile(pattern);
    this.words = words;
  }

  boolean fits(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST && pattern.matcher(text).matches();
  }

  /** For messages, after "must be". */
  String words() {
    return words + " of at most " + LONGEST + " characters";
  }
}
