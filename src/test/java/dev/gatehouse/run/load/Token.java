package dev.gatehouse.run.load;

/**
 * A token.
 *
 * @param text what is sent
 * @param key the number of the key that signed it; negative for one that the issuer never had
 */
record Token(String text, int key) {
  static final int GHOST = -1;
  static final Token NONE = new Token("", 0);
}
