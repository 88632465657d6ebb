package dev.gatehouse.security.challenge;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Outcome;
import dev.gatehouse.config.Settings;
import dev.gatehouse.json.JsonBytes;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.jwks.KeysUnavailableException;
import dev.gatehouse.security.scope.DeclaredScopes;
import dev.gatehouse.security.token.InvalidTokenException;
import dev.gatehouse.security.token.InvalidTokenException.Reason;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The answers to callers who may not: a challenge in the header, the same as JSON in the body. */
@ApplicationScoped
public class Challenges {
  private static final String ONE = "Send one Authorization header with one Bearer token";

  private final Map<Reason, Refusal> invalid = new EnumMap<>(Reason.class);
  private Refusal absent;
  private Refusal malformed;

  @Inject Settings settings;
  @Inject DeclaredScopes scopes;
  @Inject RefusalLog refusals;
  @Inject AuditLog audit;
  @Inject CallerHolder holder;

  // What strangers are answered is the same each time.
  @PostConstruct
  void prepare() {
    List<String> offered = scopes.offered();
    absent =
        Refusal.of(
            BearerChallenge.noToken(metadata(), offered),
            "unauthorized",
            "Send an access token in the Authorization header");
    malformed = Refusal.of(BearerChallenge.invalidRequest(metadata(), ONE), "invalid_request", ONE);
    for (Reason reason : Reason.values()) {
      BearerChallenge challenge =
          BearerChallenge.invalidToken(metadata(), offered, reason.sentence());
      invalid.put(reason, Refusal.of(challenge, challenge.error(), challenge.description()));
    }
  }

  /** HTTP 401 for who sent no token, with the scopes to ask for. */
  public Response noToken() {
    audit.refused(Outcome.REFUSED_AUTHENTICATION, "NO_TOKEN");
    return absent.answer();
  }

  Response invalidToken(InvalidTokenException e) {
    refusals.token(e);
    audit.refused(Outcome.REFUSED_AUTHENTICATION, e.reason().name());
    return invalid.get(e.reason()).answer();
  }

  Response invalidRequest() {
    refusals.malformed();
    audit.refused(Outcome.REFUSED_AUTHENTICATION, "MALFORMED_HEADER");
    return malformed.answer();
  }

  Response unavailable(KeysUnavailableException e) {
    audit.refused(Outcome.REFUSED_AUTHENTICATION, "KEYS_UNAVAILABLE");
    JsonObject error =
        Refusal.error("temporarily_unavailable", "The token can't be checked now; try again later");
    return Refusal.json(Response.status(503), JsonBytes.of(error))
        .header(HttpHeaders.RETRY_AFTER, Math.max(1, e.retryAfter().toSeconds()))
        .build();
  }

  /** HTTP 403 that names every scope needed; with this body, the JSON-RPC error of the request. */
  public Response insufficientScope(InsufficientScopeException e, JsonObject body) {
    return Refusal.of(insufficient(e.needed(), Set.of()), body).answer();
  }

  /**
   * The same for clients of the revisions until 2025-11-25, which ask for the named scopes instead
   * of those that they have: it names both, or their logins would alternate.
   */
  public Response insufficientScopeInAll(InsufficientScopeException e, JsonObject body) {
    return Refusal.of(insufficient(e.needed(), held()), body).answer();
  }

  /** Names the missing scopes where no JSON-RPC request was read. */
  public Response insufficientScope(InsufficientScopeException e) {
    return insufficientScope(e, Refusal.error("insufficient_scope", e.getMessage()));
  }

  /** The same for clients of the revisions until 2025-11-25. */
  public Response insufficientScopeInAll(InsufficientScopeException e) {
    return insufficientScopeInAll(e, Refusal.error("insufficient_scope", e.getMessage()));
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
}
