package dev.gatehouse.example.todo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Whose todos: a subject at an issuer, in an organization (empty when it has none). */
record Owner(String issuer, String organization, String subject) {

  /** SHA-256 in hexadecimal digits, which fits a column however long the names are. */
  String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : List.of(issuer, organization, subject)) {
        digest.update((name.length() + ":" + name).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
