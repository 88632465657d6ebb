package dev.gatehouse.security.container;

import dev.gatehouse.request.PublicPaths;
import dev.gatehouse.security.caller.VerifiedCaller;
import dev.gatehouse.security.challenge.AuthorizationHeader;
import dev.gatehouse.security.challenge.CallerRoles;
import dev.gatehouse.security.challenge.CallerVerifier;
import dev.gatehouse.security.jwks.KeysUnavailableException;
import dev.gatehouse.security.token.InvalidTokenException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Optional;

/**
 * Tells the container who calls the MCP endpoint, after the token was verified. It refuses nobody:
 * who has no valid token is answered behind it, as without it. It has no injection points, since on
 * some servers what an extension adds does not see the beans of the application.
 */
class ContainerLogin implements HttpAuthenticationMechanism {
  private volatile Optional<Known> known = Optional.empty();

  /** What is the same for as long as the application is there. */
  private record Known(PublicPaths paths, CallerVerifier verifier, CallerRoles roles) {}

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Known with = known(request);
    Optional<VerifiedCaller> caller =
        EndpointRequest.is(request, with.paths) ? caller(request, with.verifier) : Optional.empty();
    return caller
        .map(who -> context.notifyContainerAboutLogin(who.token().getName(), with.roles.of(who)))
        .orElseGet(context::doNothing);
  }

  private Known known(HttpServletRequest request) {
    Known found = known.orElseGet(() -> find(request));
    known = Optional.of(found);
    return found;
  }

  private static Known find(HttpServletRequest request) {
    return new Known(
        PublicPaths.of(request.getServletContext()),
        CDI.current().select(CallerVerifier.class).get(),
        CDI.current().select(CallerRoles.class).get());
  }

  private static Optional<VerifiedCaller> caller(
      HttpServletRequest request, CallerVerifier verifier) {
    AuthorizationHeader header =
        AuthorizationHeader.parse(Collections.list(request.getHeaders("Authorization")));
    return header instanceof AuthorizationHeader.Bearer bearer
        ? verified(bearer.token(), verifier)
        : Optional.empty();
  }

  private static Optional<VerifiedCaller> verified(String token, CallerVerifier verifier) {
    try {
      return Optional.of(verifier.verify(token));
    } catch (InvalidTokenException | KeysUnavailableException e) {
      return Optional.empty();
    }
  }
}
