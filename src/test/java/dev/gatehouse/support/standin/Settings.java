package dev.gatehouse.support.standin;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/** What one stand-in serves: an environment with one protected resource. */
record Settings(
    String environmentUrl,
    String resourceId,
    String resourceUrl,
    Supplier<Scopes> registered,
    IssuerForm issuerForm) {

  /** The scopes of the resource, as registered now. */
  Scopes scopes() {
    return registered.get();
  }

  /** The issuer that the resource's metadata names, whatever the tokens say. */
  String resourceIssuer() {
    return environmentUrl + "/resources/" + resourceId;
  }

  /** The {@code iss} of tokens. */
  String issuer() {
    return issuerForm == IssuerForm.ENVIRONMENT ? environmentUrl : resourceIssuer();
  }

  List<String> audience() {
    return List.of(resourceUrl, resourceId);
  }

  Scopes knownScopes() {
    return scopes().plus(Scopes.OIDC);
  }

  /** Refuses a resource other than this one, after RFC 8707. */
  void checkResources(List<String> requested) throws OAuthFailure {
    for (String resource : requested) {
      if (!withPath(resource).equals(withPath(resourceUrl))) {
        throw new OAuthFailure("invalid_target", "The resource is not served here.");
      }
    }
  }

  /** JavaScript's URL class adds a slash to a URL that has no path. */
  private static String withPath(String url) {
    try {
      var parsed = URI.create(url);
      return parsed.getAuthority() != null && parsed.getRawPath().isEmpty() ? url + "/" : url;
    } catch (IllegalArgumentException e) {
      return url;
    }
  }
}
