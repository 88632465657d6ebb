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
import java.util.Set;

/**
 * Tells the container who calls the MCP endpoint, after the token was verified. It refuses nobody:
 * who has no valid token is answered behind it, as without it. It has no injection points, since on
 * some servers what an extension adds does not see the beans of the application.
 */
class ContainerLogin implements HttpAuthenticationMechanism {
  private volatile Optional<PublicPaths> paths = Optional.empty();

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<VerifiedCaller> caller =
        EndpointRequest.is(request, paths(request)) ? caller(request) : Optional.empty();
    return caller
        .map(known -> context.notifyContainerAboutLogin(known.token().getName(), roles(known)))
        .orElseGet(context::doNothing);
  }

  // They are the same for as long as the application is there.
  private PublicPaths paths(HttpServletRequest request) {
    PublicPaths known = paths.orElseGet(() -> PublicPaths.of(request.getServletContext()));
    paths = Optional.of(known);
    return known;
  }

  private static Optional<VerifiedCaller> caller(HttpServletRequest request) {
    AuthorizationHeader header =
        AuthorizationHeader.parse(Collections.list(request.getHeaders("Authorization")));
    return header instanceof AuthorizationHeader.Bearer bearer
        ? verified(bearer.token())
        : Optional.empty();
  }

  private static Optional<VerifiedCaller> verified(String token) {
    try {
      return Optional.of(CDI.current().select(CallerVerifier.class).get().verify(token));
    } catch (InvalidTokenException | KeysUnavailableException e) {
      return Optional.empty();
    }
  }

  private static Set<String> roles(VerifiedCaller caller) {
    return CDI.current().select(CallerRoles.class).get().of(caller);
  }
}
