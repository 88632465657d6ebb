package dev.gatehouse.http.start;

import dev.gatehouse.security.challenge.ProtectedResourceMetadata;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where this application is, below the context root: at {@code /mcp/*}, unless a {@code web.xml}
 * maps the servlet with the name of {@link McpApplication} to something else.
 *
 * @param prefix what all of its paths begin with, such as {@code /mcp}; empty if it has all paths
 */
record PublicPaths(String prefix) {
  private static final String WELL_KNOWN = "/" + ProtectedResourceMetadata.WELL_KNOWN;

  static PublicPaths of(ServletContext context) {
    return Optional.ofNullable(context.getServletRegistration(McpApplication.class.getName()))
        .map(ServletRegistration::getMappings)
        .flatMap(patterns -> patterns.stream().sorted().findFirst())
        .map(pattern -> new PublicPaths(pattern.replaceFirst("/?[*]?$", "")))
        .orElseGet(() -> new PublicPaths(McpApplication.PATH));
  }

  /** The endpoint's path below the prefix. */
  String endpoint() {
    return prefix.isEmpty() ? McpApplication.PATH.substring(1) : "";
  }

  /** The path below the prefix of the page for people. */
  String landing() {
    return prefix.isEmpty() ? "" : "landing";
  }

  /** Patterns of what the application itself serves. */
  List<String> served() {
    return patterns(prefix);
  }

  /** Patterns of where clients look for the metadata, beside the endpoint or at the root. */
  List<String> besides() {
    String folder = prefix.substring(0, Math.max(0, prefix.lastIndexOf('/')));
    return prefix.isEmpty()
        ? List.of()
        : Stream.of(WELL_KNOWN, folder + WELL_KNOWN)
            .distinct()
            .flatMap(path -> patterns(path).stream())
            .toList();
  }

  private static List<String> patterns(String path) {
    return path.isEmpty() ? List.of("/*") : List.of(path, path + "/*");
  }
}
