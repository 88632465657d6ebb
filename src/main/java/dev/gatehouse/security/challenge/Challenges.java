package dev.gatehouse.security.challenge;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Outcome;
import dev.gatehouse.config.Settings;
import dev.gatehouse.json.Json;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.jwks.KeysUnavailableException;
import dev.gatehouse.security.scope.DeclaredScopes;
import dev.gatehouse.security.token.InvalidTokenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** The answers to callers who may not: a challenge in the header, the same as JSON in the body. */
@ApplicationScoped
public class Challenges {
  @Inject Settings settings;
  @Inject DeclaredScopes scopes;
  @Inject RefusalLog refusals;
  @Inject AuditLog audit;
  @Inject CallerHolder holder;

  Response noToken() {
    audit.refused(Outcome.REFUSED_AUTHENTICATION, "NO_TOKEN");
    return answer(
        BearerChallenge.noToken(metadata(), scopes.offered()),
        error("unauthorized", "Send an access token in the Authorization header"));
  }

  Response invalidToken(InvalidTokenException e) {
    refusals.token(e);
    audit.refused(Outcome.REFUSED_AUTHENTICATION, e.reason().name());
    return answer(
        BearerChallenge.invalidToken(metadata(), scopes.offered(), e.description()),
        error("invalid_token", e.description()));
  }

  Response invalidRequest() {
    refusals.malformed();
    audit.refused(Outcome.REFUSED_AUTHENTICATION, "MALFORMED_HEADER");
    String description = "Send one Authorization header with one Bearer token";
    return answer(
        BearerChallenge.invalidRequest(metadata(), description),
        error("invalid_request", description));
  }

  Response unavailable(KeysUnavailableException e) {
    audit.refused(Outcome.REFUSED_AUTHENTICATION, "KEYS_UNAVAILABLE");
    return json(
            Response.status(503),
            error("temporarily_unavailable", "The token can't be checked now; try again later"))
        .header(HttpHeaders.RETRY_AFTER, Math.max(1, e.retryAfter().toSeconds()))
        .build();
  }

  /** HTTP 403 that names every scope needed; with this body, the JSON-RPC error of the request. */
  public Response insufficientScope(InsufficientScopeException e, JsonObject body) {
    return answer(insufficient(e.needed(), Set.of()), body);
  }

  /**
   * The same for clients of the revisions until 2025-11-25, which ask for the named scopes instead
   * of those that they have: it names both, or their logins would alternate.
   */
  public Response insufficientScopeInAll(InsufficientScopeException e, JsonObject body) {
    return answer(insufficient(e.needed(), held()), body);
  }

  /** Names the missing scopes where no JSON-RPC request was read. */
  public Response insufficientScope(InsufficientScopeException e) {
    return insufficientScope(e, error("insufficient_scope", e.getMessage()));
  }

  /** The same for clients of the revisions until 2025-11-25. */
  public Response insufficientScopeInAll(InsufficientScopeException e) {
    return insufficientScopeInAll(e, error("insufficient_scope", e.getMessage()));
  }

  // Of this server's, and of those it told clients to ask for; others may be nobody's to ask for.
  private Set<String> held() {
    Set<String> held = new TreeSet<>(scopes.supported());
    held.addAll(scopes.offered());
    held.retainAll(holder.current().map(caller -> caller.token().scopes()).orElse(Set.of()));
    return held;
  }

  private BearerChallenge insufficient(Set<String> needed, Set<String> held) {
    refusals.scope(needed, holder.current());
    Set<String> asked = new TreeSet<>(needed);
    asked.addAll(held);
    return BearerChallenge.insufficientScope(metadata(), needed.stream().sorted().toList(), asked);
  }

  private URI metadata() {
    return settings.resourceMetadataUrl();
  }

  private static Response answer(BearerChallenge challenge, JsonObject body) {
    return json(Response.status(challenge.status()), body)
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge.headerValue())
        .build();
  }

  // An entity always: without one, some servers write an HTML page of their own.
  private static Response.ResponseBuilder json(Response.ResponseBuilder response, JsonObject body) {
    return response
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject error(String code, String description) {
    return Json.createObjectBuilder()
        .add("error", code)
        .add("error_description", description)
        .build();
  }
}
