package dev.gatehouse.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers in JSON when a header can't be parsed; left to the server, some write an HTML page. The
 * {@code Content-Type} does not always get here: Jersey, and so Payara, parses it before any filter
 * runs, and answers 400 with Payara's HTML.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 90)
@ApplicationScoped
public class MalformedHeaderFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    try {
      if (type != null) {
        MediaType.valueOf(type);
      }
      request.getAcceptableMediaTypes();
    } catch (RuntimeException e) {
      request.abortWith(JsonResponses.error(400, "Content-Type or Accept is malformed"));
    }
  }
}
