package dev.gatehouse.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One step of a schema: statements that end with a semicolon at the end of a line.
 *
 * @param version 1 for the first step
 */
record Script(int version, String name, String text) {

  List<String> statements() {
    return Arrays.stream(text.replaceAll("(?m)^\\s*--.*$", "").split(";\\s*(?:\\R|$)"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  /** SHA-256 of the text in hexadecimal digits. */
  String checksum() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
