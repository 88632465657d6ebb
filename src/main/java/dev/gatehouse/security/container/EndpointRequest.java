package dev.gatehouse.security.container;

import dev.gatehouse.request.PublicPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells the requests for the MCP endpoint from those of the company. */
final class EndpointRequest {
  private EndpointRequest() {}

  // Together, since which of them has it depends on how the server maps JAX-RS applications.
  static boolean is(HttpServletRequest request, PublicPaths paths) {
    String below = Optional.ofNullable(request.getPathInfo()).orElse("");
    String path = request.getServletPath() + below;
    return path.equals(paths.endpoint()) || path.equals(paths.endpoint() + "/");
  }
}
