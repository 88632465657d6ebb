package dev.gatehouse.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The rules for configured URLs; a refusal never repeats the URL, which may hold a password. */
final class WebUrl {
  private static final String LOOPBACK = "localhost|127(\\.\\d{1,3}){3}|\\[::1]";

  private WebUrl() {}

  /** Absolute https, or http on this very machine; no user info and no fragment. */
  static URI secure(String text) {
    URI url = uri(text);
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?") || url.getHost() == null || url.getPort() > 65_535) {
      throw new IllegalArgumentException("must be an absolute URL such as https://host.example");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException("must not contain a user name, a password or a fragment");
    }
    if (scheme.equals("http") && !url.getHost().toLowerCase(Locale.ROOT).matches(LOOPBACK)) {
      throw new IllegalArgumentException("must use https; http is for localhost only");
    }
    return url;
  }

  static URI withoutQuery(String text) {
    URI url = secure(text);
    if (url.getRawQuery() != null) {
      throw new IllegalArgumentException("must not contain a query");
    }
    return url;
  }

  /** Scheme, host and port only; one trailing slash is forgiven. */
  static URI originOnly(String text) {
    URI url = withoutQuery(text);
    if (!url.getRawPath().matches("/?")) {
      throw new IllegalArgumentException("must not contain a path");
    }
    return URI.create(origin(url));
  }

  /** The public URL of the endpoint: a missing path is /mcp, one trailing slash is forgiven. */
  static URI endpoint(String text) {
    URI url = withoutQuery(text);
    String path = url.getRawPath().matches("/?") ? "/mcp" : url.getRawPath();
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (trimmed.endsWith("/") || !url.normalize().getRawPath().equals(url.getRawPath())) {
      throw new IllegalArgumentException("must not contain //, /. or /.. in its path");
    }
    return URI.create(origin(url) + trimmed);
  }

  /** Any absolute URI without a fragment (RFC 8707 §2). */
  static URI identifier(String text) {
    URI uri = uri(text);
    if (!uri.isAbsolute() || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("must be an absolute URI without a fragment");
    }
    return uri;
  }

  /** As browsers write it in {@code Origin}: lower case, without the scheme's own port. */
  static String origin(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
    String port = url.getPort() == -1 || url.getPort() == usual ? "" : ":" + url.getPort();
    return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException unreadable) {
      throw new IllegalArgumentException("is not a URL", unreadable);
    }
  }
}
