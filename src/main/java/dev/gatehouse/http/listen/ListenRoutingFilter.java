package dev.gatehouse.http.listen;

import dev.gatehouse.http.McpResource;
import dev.gatehouse.http.MediaTypes;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Optional;

/**
 * Leads requests that say that they listen to the one resource with an event sink, whose method
 * can't answer anything else.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 80)
@ApplicationScoped
public class ListenRoutingFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (path.endsWith(McpResource.PATH) && listens(request)) {
      request.setRequestUri(
          request.getUriInfo().getBaseUriBuilder().path(ListenResource.PATH).build());
    }
  }

  private static boolean subscribes(ContainerRequestContext request) {
    return request.getMethod().equals(HttpMethod.POST)
        && Optional.ofNullable(request.getHeaderString("Mcp-Method"))
            .filter(method -> method.strip().equals("subscriptions/listen"))
            .isPresent();
  }

  // Who takes no events is refused by the ordinary resource, after its token was checked.
  private static boolean listens(ContainerRequestContext request) {
    return (request.getMethod().equals(HttpMethod.GET) || subscribes(request))
        && request.getAcceptableMediaTypes().stream().anyMatch(MediaTypes::isEvents);
  }
}
