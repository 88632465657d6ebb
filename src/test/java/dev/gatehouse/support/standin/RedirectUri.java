package dev.gatehouse.support.standin;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What may be a redirect URI: https, http on the loopback interface, or an app's own scheme. */
final class RedirectUri {
  private static final int LENGTH_LIMIT = 2048;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
  private static final Set<String> NOT_AN_APP =
      Set.of(
          "about",
          "blob",
          "chrome",
          "data",
          "file",
          "filesystem",
          "ftp",
          "intent",
          "jar",
          "mailto",
          "javascript",
          "sms",
          "tel",
          "urn",
          "vbscript",
          "view-source",
          "ws",
          "wss");

  private RedirectUri() {}

  static boolean areAcceptable(List<String> texts) {
    return texts != null && !texts.isEmpty() && texts.stream().allMatch(RedirectUri::isAcceptable);
  }

  private static boolean isAcceptable(String text) {
    if (text == null || text.length() > LENGTH_LIMIT) {
      return false;
    }
    try {
      return isAcceptable(URI.create(text));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isAcceptable(URI uri) {
    if (!uri.isAbsolute() || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
      return false;
    }
    return switch (scheme(uri)) {
      case "https" -> uri.getHost() != null;
      case "http" -> isLoopback(uri);
      default -> !NOT_AN_APP.contains(scheme(uri));
    };
  }

  /** Equal as strings, but for the port of a loopback address (RFC 8252 §7.3). */
  static boolean matches(String registered, String requested) {
    return registered.equals(requested)
        || isAcceptable(requested)
            && isLoopback(URI.create(registered))
            && isLoopback(URI.create(requested))
            && withoutPort(registered).equals(withoutPort(requested));
  }

  /** Where a person is sent, in words for that person. */
  static String destination(String text) {
    var uri = URI.create(text);
    return scheme(uri).startsWith("http") ? uri.getAuthority() : "an app (" + scheme(uri) + ":)";
  }

  private static boolean isLoopback(URI uri) {
    return scheme(uri).equals("http") && LOOPBACK.contains(String.valueOf(uri.getHost()));
  }

  private static String withoutPort(String text) {
    var uri = URI.create(text);
    return uri.getHost() + "\n" + uri.getRawPath() + "\n" + uri.getRawQuery();
  }

  private static String scheme(URI uri) {
    return uri.getScheme().toLowerCase(Locale.ROOT);
  }
}
