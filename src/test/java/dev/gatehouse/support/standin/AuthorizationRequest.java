package dev.gatehouse.support.standin;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import java.net.URI;

/** An authorization request from a known client, to be answered at the client's redirect URI. */
record AuthorizationRequest(Client client, String redirectUri, String issuer, Parameters query) {

  /** A request whose redirect URI cannot be trusted is not one. */
  AuthorizationRequest {
    if (!client.mayRedirectTo(redirectUri)) {
      throw new IllegalArgumentException("redirect URI");
    }
  }

  /** Checks everything that can be told to the client. */
  void check(Settings settings) throws OAuthFailure {
    query.checkNoneRepeated();
    if (!query.required("response_type").equals("code")) {
      throw new OAuthFailure("unsupported_response_type", "The response type must be code.");
    }
    if (query.has("response_mode") && !query.first("response_mode").equals("query")) {
      throw OAuthFailure.invalidRequest("The response mode must be query.");
    }
    if (!query.required("code_challenge_method").equals("S256")
        || !query.required("code_challenge").matches("[A-Za-z0-9_-]{43}")) {
      throw OAuthFailure.invalidRequest("PKCE with S256 is required.");
    }
    settings.checkResources(query.all("resource"));
    if (!settings.knownScopes().hasAll(Scopes.parse(query.first("scope")))) {
      throw new OAuthFailure("invalid_scope", "A scope is not registered for the resource.");
    }
  }

  /** Who asks for nothing asks for everything that the resource has. */
  Scopes scopes(Settings settings) {
    Scopes requested = Scopes.parse(query.first("scope"));
    return requested.isEmpty() ? settings.scopes() : requested;
  }

  String challenge() {
    return query.first("code_challenge");
  }

  String granted(String code) {
    return new AuthorizationSuccessResponse(
            URI.create(redirectUri),
            new AuthorizationCode(code),
            null,
            state(),
            new Issuer(issuer),
            ResponseMode.QUERY)
        .toURI()
        .toString();
  }

  String refused(OAuthFailure failure) {
    return new AuthorizationErrorResponse(
            URI.create(redirectUri),
            failure.toErrorObject(),
            state(),
            new Issuer(issuer),
            ResponseMode.QUERY)
        .toURI()
        .toString();
  }

  private State state() {
    return query.has("state") ? new State(query.first("state")) : null;
  }
}
