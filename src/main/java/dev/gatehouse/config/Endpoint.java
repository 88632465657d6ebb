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
  private static final String URL = "mcp.url";
  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

  /** Stands in for a URL that was reported, so that the rest can be read and reported too. */
  private static final URI REPORTED = URI.create("https://reported.invalid/mcp");

  static Endpoint read(PropertySource source) {
    if (source.text(URL).isEmpty()) {
      source.problem(
          URL, "is missing: set it to the public URL of this server, such as https://host/mcp");
    }
    URI url = source.url(URL, WebUrl::endpoint).orElse(REPORTED);
    source
        .text(URL)
        .filter(text -> text.endsWith("/") || !text.endsWith(url.getRawPath()))
        .ifPresent(text -> source.remark(URL, "is used as " + url + ": write it so, everywhere"));
    Optional<URI> resource = source.url("mcp.resource", WebUrl::identifier);
    return new Endpoint(
        url,
        resource.orElse(url).toString(),
        source.url("mcp.resource.metadata.url", WebUrl::secure).orElseGet(() -> metadata(url)),
        source.url("mcp.resource.documentation", WebUrl::identifier),
        source
            .list("mcp.allowed.origins", Endpoint::origin)
            .map(Set::copyOf)
            .orElseGet(() -> Set.of(WebUrl.origin(url))),
        source
            .list("mcp.allowed.hosts", Endpoint::host)
            .map(Set::copyOf)
            .orElseGet(() -> hosts(url)));
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

  private static String origin(String text) {
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

  private static String host(String text) {
    if (!text.matches("\\*|[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]")) {
      throw new IllegalArgumentException("must list host names without scheme and port, or be *");
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
