package dev.gatehouse.support.standin;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** An error of RFC 6749 and its extensions, on its way to the client. */
final class OAuthFailure extends Exception {
  private static final long serialVersionUID = 1;
  private final String code;

  /** The description is fixed text: what a client sent is not echoed. */
  OAuthFailure(String code, String description) {
    super(description);
    this.code = code;
  }

  static OAuthFailure invalidRequest(String description) {
    return new OAuthFailure("invalid_request", description);
  }

  static OAuthFailure invalidGrant(String description) {
    return new OAuthFailure("invalid_grant", description);
  }

  static OAuthFailure invalidClient(String description) {
    return new OAuthFailure("invalid_client", description);
  }

  String code() {
    return code;
  }

  ErrorObject toErrorObject() {
    return new ErrorObject(code, getMessage());
  }
}
