package bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/** Lets in who has a token of the issuer for this audience, by Nimbus. */
final class TokenFilter extends HttpFilter {
  static final String CLAIMS = "claims";
  private static final long serialVersionUID = 1;
  private static final String SCHEME = "Bearer ";
  private static final String CHALLENGE =
      "Bearer error=\"invalid_token\","
          + " resource_metadata=\"http://127.0.0.1/.well-known/oauth-protected-resource/mcp\"";

  private final transient DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

  TokenFilter(String keys, String issuer, String audience) throws MalformedURLException {
    tokens.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.RS256, JWKSourceBuilder.create(URI.create(keys).toURL()).build()));
    tokens.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("exp")));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<JWTClaimsSet> claims =
        Optional.ofNullable(request.getHeader("Authorization"))
            .filter(field -> field.startsWith(SCHEME))
            .flatMap(field -> verified(field.substring(SCHEME.length())));
    if (claims.isPresent()) {
      request.setAttribute(CLAIMS, claims.get());
      chain.doFilter(request, response);
    } else {
      response.setHeader("WWW-Authenticate", CHALLENGE);
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  private Optional<JWTClaimsSet> verified(String token) {
    try {
      return Optional.of(tokens.process(token, null));
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
  }
}
