package dev.gatehouse.http.filter;

import dev.gatehouse.http.McpResource;
import dev.gatehouse.security.challenge.Challenges;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Answers who comes to the endpoint without credentials before more of the request is looked at,
 * and before Jakarta REST looks for a method.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 95)
@ApplicationScoped
public class NoTokenFilter implements ContainerRequestFilter {
  @Inject Challenges challenges;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().endsWith(McpResource.PATH)
        && !request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)) {
      request.abortWith(challenges.noToken());
    }
  }
}
