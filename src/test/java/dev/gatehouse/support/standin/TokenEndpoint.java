package dev.gatehouse.support.standin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The token endpoints: the resource's, and the environment's which also knows API credentials. */
final class TokenEndpoint {
  private static final long API_TOKEN_LIFETIME = 86_399;

  private final TokenIssuer issuer;
  private final Clients clients;
  private final Grants grants;

  TokenEndpoint(TokenIssuer issuer, Clients clients, Grants grants) {
    this.issuer = issuer;
    this.clients = clients;
    this.grants = grants;
  }

  Answer ofResource(Call call) throws OAuthFailure {
    Parameters form = call.form();
    Client client = clients.authenticated(call, form);
    if (client.id().equals(ScalekitStandIn.API_CLIENT_ID)) {
      throw OAuthFailure.invalidClient("API credentials are not for resources.");
    }
    return answer(client, form);
  }

  Answer ofEnvironment(Call call) throws OAuthFailure {
    Parameters form = call.form();
    return answer(clients.authenticated(call, form), form);
  }

  /** Revocation is for clients that can authenticate; there is nothing that it could revoke. */
  Answer revoke(Call call) throws OAuthFailure {
    if (clients.authenticated(call, call.form()).isPublic()) {
      throw OAuthFailure.invalidClient("A public client may not revoke.");
    }
    return Answer.json(200, Map.of());
  }

  private Answer answer(Client client, Parameters form) throws OAuthFailure {
    issuer.settings().checkResources(form.all("resource"));
    return switch (form.required("grant_type")) {
      case "authorization_code" -> code(client, form);
      case "refresh_token" -> refresh(client, form);
      case "client_credentials" -> credentials(client, form);
      default -> throw new OAuthFailure("unsupported_grant_type", "The grant type is not known.");
    };
  }

  private Answer code(Client client, Parameters form) throws OAuthFailure {
    Grant grant = grants.redeem(form.required("code"), client, form);
    return tokens(grant, grant.scopes());
  }

  private Answer refresh(Client client, Parameters form) throws OAuthFailure {
    Scopes narrowed = Scopes.parse(form.first("scope"));
    Grant grant = grants.refresh(form.required("refresh_token"), client, narrowed);
    return tokens(grant, narrowed.isEmpty() ? grant.scopes() : narrowed);
  }

  private Answer credentials(Client client, Parameters form) throws OAuthFailure {
    if (client.isPublic()) {
      throw new OAuthFailure("unauthorized_client", "The client has no credentials.");
    }
    if (client.id().equals(ScalekitStandIn.API_CLIENT_ID)) {
      return apiToken();
    }
    Scopes known = issuer.settings().scopes();
    Scopes requested = Scopes.parse(form.first("scope"));
    if (!known.hasAll(requested)) {
      throw new OAuthFailure("invalid_scope", "A scope is not registered for the resource.");
    }
    Scopes granted = requested.isEmpty() ? known : requested;
    var mint = new TokenMint(issuer).machine().clientId(client.id()).subject(client.id());
    return answer(bearer(scoped(mint, granted).sign(), lifetime(), granted));
  }

  /** A token of the environment: it names no audience, and no resource should accept it. */
  private Answer apiToken() {
    var scopes = new Scopes(List.of(Scopes.OPENID));
    String token =
        scoped(new TokenMint(issuer).machine(), scopes)
            .clientId(ScalekitStandIn.API_CLIENT_ID)
            .subject(ScalekitStandIn.API_CLIENT_ID)
            .noAudience()
            .without("resid")
            .expiresAt(issuer.clock().instant().plusSeconds(API_TOKEN_LIFETIME))
            .sign();
    return answer(bearer(token, API_TOKEN_LIFETIME, scopes));
  }

  private Answer tokens(Grant grant, Scopes scopes) {
    String token =
        scoped(new TokenMint(issuer), scopes)
            .user(grant.user())
            .clientId(grant.clientId())
            .claim("sid", grant.session())
            .sign();
    Map<String, Object> body = bearer(token, lifetime(), scopes);
    if (grant.scopes().has(Scopes.OFFLINE_ACCESS)) {
      body.put("refresh_token", grants.issueRefreshToken(grant));
    }
    if (scopes.has(Scopes.OPENID)) {
      body.put("id_token", idToken(grant, scopes));
    }
    return answer(body);
  }

  private String idToken(Grant grant, Scopes scopes) {
    User user = grant.user();
    return new TokenMint(issuer)
        .scopeClaims(ScopeForm.NONE)
        .user(user)
        .audience(List.of(grant.clientId()))
        .clientId(grant.clientId())
        .claim("azp", grant.clientId())
        .claim("sid", grant.session())
        .claim("nonce", grant.nonce().isEmpty() ? null : grant.nonce())
        .claim("email", scopes.has("email") ? user.email() : null)
        .claim("name", scopes.has("profile") ? user.name() : null)
        .without("resid")
        .without("roles")
        .sign();
  }

  private static TokenMint scoped(TokenMint mint, Scopes scopes) {
    return mint.scopes(scopes.tokens().toArray(String[]::new));
  }

  private long lifetime() {
    return issuer.policy().accessTokenLifetime().toSeconds();
  }

  private static Map<String, Object> bearer(String token, long lifetime, Scopes scopes) {
    var body = new LinkedHashMap<String, Object>();
    body.put("access_token", token);
    body.put("token_type", "Bearer");
    body.put("expires_in", lifetime);
    body.put("scope", scopes.toString());
    return body;
  }

  private static Answer answer(Map<String, Object> body) {
    return Answer.json(200, body).notStored();
  }
}
