package dev.gatehouse.http.admin;

import dev.gatehouse.config.Settings;
import dev.gatehouse.http.JsonResponses;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Answers 404 for administrators' resources that are switched off, before any token is read. */
@Administrative
@Priority(Priorities.AUTHENTICATION - 50)
@ApplicationScoped
public class AdminFilter implements ContainerRequestFilter {
  @Inject Settings settings;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!settings.adminEnabled()) {
      request.abortWith(JsonResponses.error(404, "Not Found"));
    }
  }
}
