package dev.gatehouse.http.listen;

import dev.gatehouse.http.JsonResponses;
import dev.gatehouse.http.MediaTypes;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Leads requests that say that they listen to the one resource with an event sink, whose method
 * can't answer anything else.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 80)
@ApplicationScoped
public class ListenRoutingFilter implements ContainerRequestFilter {
  private static final String ENDPOINT = "mcp";
  static final String PATH = ENDPOINT + "/listen";

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    String relative = path.replaceAll("^/|/$", "");
    if (relative.equals(ENDPOINT) && listens(request)) {
      request.setRequestUri(request.getUriInfo().getBaseUriBuilder().path(PATH).build());
    } else if (relative.equals(PATH)) {
      // A way inside, not an endpoint.
      request.abortWith(JsonResponses.error(404, "Not Found"));
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
