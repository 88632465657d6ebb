package dev.gatehouse.http.filter;

import dev.gatehouse.diagnostics.ObservedRequests;
import dev.gatehouse.security.Caller;
import dev.gatehouse.security.challenge.Authenticated;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Shows the doctor a request with a valid token now and then. */
@Authenticated
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class DiagnosticsCallFilter implements ContainerRequestFilter {
  @Inject ObservedRequests traffic;
  @Inject Caller caller;

  @Override
  public void filter(ContainerRequestContext request) {
    if (traffic.isCurious()) {
      traffic.called(RequestOrigin.of(request), caller.audiences());
    }
  }
}
