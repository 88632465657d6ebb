package dev.gatehouse.http.filter;

import dev.gatehouse.audit.ClientOriginHolder;
import dev.gatehouse.diagnostics.ObservedRequests;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Tells the doctor how its own request through the public URL arrived, and keeps that out of the
 * audit.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 200)
@ApplicationScoped
public class DiagnosticsProbeFilter implements ContainerRequestFilter {
  @Inject ObservedRequests traffic;
  @Inject ClientOriginHolder origin;

  @Override
  public void filter(ContainerRequestContext request) {
    String probeId = request.getHeaderString(ObservedRequests.PROBE);
    if (probeId != null && traffic.probed(probeId, RequestOrigin.of(request))) {
      origin.set(origin.current().ofOurselves());
    }
  }
}
