package dev.gatehouse.http;

import dev.gatehouse.doctor.Traffic;
import dev.gatehouse.security.Authenticated;
import dev.gatehouse.security.Caller;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Shows the doctor a request with a valid token now and then. */
@Provider
@Authenticated
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class CallFilter implements ContainerRequestFilter {
  @Inject Traffic traffic;
  @Inject Caller caller;

  @Override
  public void filter(ContainerRequestContext request) {
    if (traffic.isCurious()) {
      traffic.called(Arrivals.of(request), caller.audiences());
    }
  }
}
