package dev.gatehouse.http.filter;

import dev.gatehouse.diagnostics.ObservedRequests.Arrival;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;

/** Reads how a request came here; never used to decide anything about it. */
final class RequestOrigin {
  private RequestOrigin() {}

  static Arrival of(ContainerRequestContext request) {
    return new Arrival(
        host(request),
        request.getUriInfo().getRequestUri().getScheme().equals("https"),
        List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto").stream()
            .anyMatch(name -> request.getHeaderString(name) != null));
  }

  // HTTP/2 has no Host header, but the same in the request's URI.
  private static String host(ContainerRequestContext request) {
    String header = request.getHeaderString("Host");
    String host = header != null ? header : request.getUriInfo().getRequestUri().getAuthority();
    return host == null ? "" : host;
  }
}
