package dev.gatehouse.http.filter;

import dev.gatehouse.audit.ClientOriginHolder;
import dev.gatehouse.http.JsonResponses;
import dev.gatehouse.limits.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * Answers 429 to an address that comes without a valid token again and again. The challenge stays:
 * behind a proxy that is not trusted, the address is that of everybody who wants to log in.
 */
@ApplicationScoped
public class RefusalLimitFilter implements ContainerResponseFilter {
  @Inject Limits limits;
  @Inject ClientOriginHolder sender;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    int status = response.getStatus();
    boolean challenge = response.getHeaders().containsKey(HttpHeaders.WWW_AUTHENTICATE);
    if (!challenge || status == Response.Status.FORBIDDEN.getStatusCode()) {
      return;
    }
    Duration wait = limits.refusal(sender.current().address());
    if (!wait.isZero()) {
      response.setStatus(429);
      response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, JsonResponses.seconds(wait));
      response.setEntity(
          JsonResponses.error(429, "Too many requests without a valid token").getEntity());
    }
  }
}
