package dev.gatehouse.http.start;

import dev.gatehouse.http.JsonResponses;
import dev.gatehouse.http.McpResource;
import dev.gatehouse.http.admin.DiagnosticsResource;
import dev.gatehouse.landing.LandingResource;
import dev.gatehouse.request.PublicPaths;
import dev.gatehouse.security.challenge.ProtectedResourceMetadata;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import java.util.Optional;

/**
 * Leads public paths to the resources. Theirs are inside, where nobody looks for anything, since
 * every other application of the WAR finds these resources too.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 300)
@ApplicationScoped
public class RoutingFilter implements ContainerRequestFilter {
  // What a URI of the application is relative to ends with a slash.
  private static final URI ENDPOINT = URI.create(McpResource.PATH);
  private static final URI LANDING = URI.create(LandingResource.PATH);
  private static final URI DOCTOR = URI.create(DiagnosticsResource.PATH);
  private static final URI METADATA = URI.create(ProtectedResourceMetadata.PATH);

  private PublicPaths paths;

  @Inject ServletContext application;
  @Inject ProtectedResourceMetadata metadata;

  @PostConstruct
  void prepare() {
    paths = PublicPaths.of(application);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (path.startsWith(McpResource.INSIDE) || path.startsWith("/" + McpResource.INSIDE)) {
      request.abortWith(JsonResponses.error(404, "Not Found"));
      return;
    }
    resource(trimmed(path))
        .ifPresent(
            inside -> request.setRequestUri(request.getUriInfo().getBaseUri().resolve(inside)));
  }

  // Without an expression, since each request comes by here.
  private static String trimmed(String path) {
    int start = path.startsWith("/") ? 1 : 0;
    int end = path.length() > start && path.endsWith("/") ? path.length() - 1 : path.length();
    return path.substring(start, end);
  }

  private Optional<URI> resource(String path) {
    if (path.equals(paths.endpointBelow())) {
      return Optional.of(ENDPOINT);
    }
    if (path.equals(paths.landingBelow())) {
      return Optional.of(LANDING);
    }
    if (path.equals("admin/doctor")) {
      return Optional.of(DOCTOR);
    }
    return metadata.isAt(path) ? Optional.of(METADATA) : Optional.empty();
  }
}
