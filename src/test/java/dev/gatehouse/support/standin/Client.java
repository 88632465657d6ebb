package dev.gatehouse.support.standin;

import java.util.List;
import java.util.Optional;

/** Somebody who may ask for tokens; one with a secret acts for itself, one without for a user. */
record Client(String id, String name, List<String> redirectUris, Optional<String> secret) {

  Client {
    redirectUris = List.copyOf(redirectUris);
  }

  static Client forUsers(String id, String name, List<String> redirectUris) {
    return new Client(id, name, redirectUris, Optional.empty());
  }

  static Client withSecret(String id, String secret) {
    return new Client(id, id, List.of(), Optional.of(secret));
  }

  boolean isPublic() {
    return secret.isEmpty();
  }

  boolean mayRedirectTo(String uri) {
    return redirectUris.stream().anyMatch(registered -> RedirectUri.matches(registered, uri));
  }
}
