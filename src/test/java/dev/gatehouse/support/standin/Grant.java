package dev.gatehouse.support.standin;

/** What a user let a client do, and every token that comes of it: a family that falls together. */
final class Grant {
  private final User user;
  private final String clientId;
  private final Scopes scopes;
  private final String nonce;
  private final String session = RandomId.withPrefix("ses_");
  private volatile boolean revoked;

  /** The nonce is empty when the client sent none. */
  Grant(User user, String clientId, Scopes scopes, String nonce) {
    this.user = user;
    this.clientId = clientId;
    this.scopes = scopes;
    this.nonce = nonce;
  }

  User user() {
    return user;
  }

  String clientId() {
    return clientId;
  }

  Scopes scopes() {
    return scopes;
  }

  String nonce() {
    return nonce;
  }

  String session() {
    return session;
  }

  void revoke() {
    revoked = true;
  }

  boolean isRevoked() {
    return revoked;
  }
}
