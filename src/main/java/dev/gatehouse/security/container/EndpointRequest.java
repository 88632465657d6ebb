package dev.gatehouse.security.container;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells the requests for the MCP endpoint from those of the company. */
final class EndpointRequest {
  private static final String PATH = "/mcp";

  private EndpointRequest() {}

  // Together, since which of them has it depends on how the server maps JAX-RS applications.
  static boolean is(HttpServletRequest request) {
    String below = Optional.ofNullable(request.getPathInfo()).orElse("");
    return (request.getServletPath() + below).equals(PATH);
  }
}
