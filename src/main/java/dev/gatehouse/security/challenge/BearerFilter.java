package dev.gatehouse.security.challenge;

import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.caller.VerifiedCaller;
import dev.gatehouse.security.jwks.KeysUnavailableException;
import dev.gatehouse.security.token.InvalidTokenException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;

/**
 * Lets a request with a valid access token pass; answers all others with a challenge that leads to
 * the login.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, 3</a>
 */
@Authenticated
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class BearerFilter implements ContainerRequestFilter, ContainerResponseFilter {
  @Inject CallerVerifier verifier;
  @Inject CallerHolder holder;
  @Inject Challenges challenges;
  @Inject CallerRoles roles;

  @Override
  public void filter(ContainerRequestContext request) {
    holder.clear();
    List<String> headers = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    AuthorizationHeader header = AuthorizationHeader.parse(headers == null ? List.of() : headers);
    if (header instanceof AuthorizationHeader.Bearer bearer) {
      admit(request, bearer.token());
    } else if (header instanceof AuthorizationHeader.Malformed) {
      request.abortWith(challenges.invalidRequest());
    } else {
      request.abortWith(challenges.noToken());
    }
  }

  private void admit(ContainerRequestContext request, String token) {
    try {
      VerifiedCaller identity = verifier.verify(token);
      holder.set(identity);
      request.setSecurityContext(new Bearer(request.getSecurityContext(), identity, roles));
    } catch (InvalidTokenException e) {
      request.abortWith(challenges.invalidToken(e));
    } catch (KeysUnavailableException e) {
      request.abortWith(challenges.unavailable(e));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    holder.clear();
  }

  private record Bearer(SecurityContext outer, VerifiedCaller caller, CallerRoles roles)
      implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return caller.token();
    }

    @Override
    public boolean isUserInRole(String role) {
      return roles.of(caller).contains(role);
    }

    @Override
    public boolean isSecure() {
      return outer.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}
