package dev.gatehouse.run.bench.bare;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;

/** Lets good tokens through, and aborts all else with the same bytes. */
@Provider
public class BareFilter implements ContainerRequestFilter {
  private static final byte[] REFUSAL =
      "{\"error\":\"unauthorized\",\"error_description\":\"Send an access token in the Authorization header\"}"
          .getBytes(StandardCharsets.US_ASCII);
  private static final String CHALLENGE =
      "Bearer realm=\"OAuth\", scope=\"todo:read todo:write\","
          + " resource_metadata=\"http://127.0.0.1/.well-known/oauth-protected-resource/mcp\"";
  private static final String SCHEME = "Bearer ";

  private final BareVerifier verifier = BareVerifier.ofEnvironment();

  @Override
  public void filter(ContainerRequestContext request) {
    String field = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (field == null
        || !field.startsWith(SCHEME)
        || !verifier.accepts(field.substring(SCHEME.length()))) {
      request.abortWith(
          Response.status(Response.Status.UNAUTHORIZED)
              .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
              .type(MediaType.APPLICATION_JSON_TYPE)
              .entity(REFUSAL)
              .build());
    }
  }
}
