package dev.gatehouse.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where clients find this server, and from where they may come. */
record Endpoint(
    URI url,
    String resource,
    URI metadataUrl,
    Optional<URI> documentation,
    Set<String> allowedOrigins,
    Set<String> allowedHosts) {
  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

  static void reportMissing(PropertySource source) {
    if (source.text(KnownSettings.URL).isEmpty()) {
      source.problem(
          KnownSettings.URL,
          "is missing: set it to the public URL of this server, such as https://host/mcp");
    }
  }

  static Endpoint of(SettingValues values) {
    URI url = values.get(KnownSettings.URL).orElseThrow();
    URI resource = values.get(KnownSettings.RESOURCE).orElse(url);
    List<String> origins = values.get(KnownSettings.ALLOWED_ORIGINS);
    List<String> hosts = values.get(KnownSettings.ALLOWED_HOSTS);
    return new Endpoint(
        url,
        resource.toString(),
        values.get(KnownSettings.METADATA_URL).orElseGet(() -> metadata(url)),
        values.get(KnownSettings.DOCUMENTATION),
        origins.isEmpty() ? Set.of(WebUrl.origin(url)) : Set.copyOf(origins),
        hosts.isEmpty() ? hosts(url) : Set.copyOf(hosts));
  }

  /**
   * A WAR under a context root can't answer at the root of the host, where RFC 9728 §3.1 points.
   */
  private static URI metadata(URI url) {
    String path = url.getRawPath();
    if (!path.endsWith("/mcp")) {
      return URI.create(WebUrl.origin(url) + WELL_KNOWN + path);
    }
    String context = path.substring(0, path.length() - "/mcp".length());
    return URI.create(WebUrl.origin(url) + context + WELL_KNOWN + "/mcp");
  }

  private static Set<String> hosts(URI url) {
    return Set.copyOf(
        List.of(url.getHost().toLowerCase(Locale.ROOT), "localhost", "127.0.0.1", "[::1]"));
  }

  /** As the SDKs compare them: of the same origin, and a path that the other begins with. */
  boolean isResourceAtUrl() {
    URI named = URI.create(resource);
    return Optional.ofNullable(named.getHost()).isPresent()
        && WebUrl.origin(named).equals(WebUrl.origin(url))
        && slashed(url).startsWith(slashed(named));
  }

  private static String slashed(URI url) {
    String path = url.getRawPath();
    return path.endsWith("/") ? path : path + "/";
  }

  static String origin(String text) {
    if (text.equals("*")) {
      return text;
    }
    URI origin = WebUrl.identifier(text);
    if (origin.getHost() == null || !text.matches("[^/]+://[^/@?]+")) {
      throw new IllegalArgumentException(
          "must list origins such as https://host.example or http://localhost:6274, or be *");
    }
    return WebUrl.origin(origin);
  }

  static String host(String text) {
    if (!text.matches("\\*|[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]")) {
      throw new IllegalArgumentException("must list host names without scheme and port, or be *");
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
