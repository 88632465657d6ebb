package dev.gatehouse.support.standin;

import java.util.List;

/** What a client sent to the authorization endpoint; an absent parameter is an empty string. */
public record AuthorizationRequestSeen(
    String clientId,
    String redirectUri,
    String scope,
    String codeChallengeMethod,
    List<String> resources) {

  static AuthorizationRequestSeen of(Parameters query) {
    return new AuthorizationRequestSeen(
        query.first("client_id"),
        query.first("redirect_uri"),
        query.first("scope"),
        query.first("code_challenge_method"),
        query.all("resource"));
  }
}
