package dev.gatehouse.request;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the application is, below the context root: at {@code /mcp/*}, unless a {@code web.xml}
 * maps its servlet to something else.
 *
 * @param prefix what all of its paths begin with, such as {@code /mcp}; empty if it has all paths
 */
public record PublicPaths(String prefix) {
  /** The prefix where nobody says anything else, and the endpoint's path where there is none. */
  public static final String DEFAULT = "/mcp";

  /** Where clients look for the metadata (RFC 9728, 3.1), without the slash before it. */
  public static final String WELL_KNOWN = ".well-known/oauth-protected-resource";

  private static final String SERVLET = "dev.gatehouse.http.start.McpApplication";

  /** As mapped in this WAR. */
  public static PublicPaths of(ServletContext context) {
    return Optional.ofNullable(context.getServletRegistration(SERVLET))
        .map(ServletRegistration::getMappings)
        .flatMap(patterns -> patterns.stream().sorted().findFirst())
        .map(pattern -> new PublicPaths(pattern.replaceFirst("/?[*]?$", "")))
        .orElseGet(() -> new PublicPaths(DEFAULT));
  }

  /** The endpoint's path below the context root. */
  public String endpoint() {
    return prefix.isEmpty() ? DEFAULT : prefix;
  }

  /** The same below the prefix, without slashes at its ends. */
  public String endpointBelow() {
    return prefix.isEmpty() ? DEFAULT.substring(1) : "";
  }

  /** The path below the prefix of the page for people. */
  public String landingBelow() {
    return prefix.isEmpty() ? "" : "landing";
  }

  /** Patterns of what the application itself serves. */
  public List<String> served() {
    return patterns(prefix);
  }

  /** Patterns of where clients look for the metadata, beside the endpoint or at the root. */
  public List<String> besides() {
    String folder = prefix.substring(0, Math.max(0, prefix.lastIndexOf('/')));
    return prefix.isEmpty()
        ? List.of()
        : Stream.of("/", folder + "/")
            .distinct()
            .flatMap(path -> patterns(path + WELL_KNOWN).stream())
            .toList();
  }

  private static List<String> patterns(String path) {
    return path.isEmpty() ? List.of("/*") : List.of(path, path + "/*");
  }
}
