package dev.gatehouse.support.standin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A set of scope tokens in the order in which they were asked for. */
record Scopes(List<String> tokens) {
  static final String OPENID = "openid";
  static final String OFFLINE_ACCESS = "offline_access";
  static final Scopes OIDC = new Scopes(List.of(OPENID, "profile", "email", OFFLINE_ACCESS));

  Scopes {
    tokens = List.copyOf(new LinkedHashSet<>(tokens));
  }

  /** Reads tokens separated by spaces. */
  static Scopes parse(String text) {
    return new Scopes(Stream.of(text.split(" ")).filter(token -> !token.isEmpty()).toList());
  }

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  boolean has(String token) {
    return tokens.contains(token);
  }

  boolean hasAll(Scopes others) {
    return Set.copyOf(tokens).containsAll(others.tokens);
  }

  Scopes plus(Scopes others) {
    return new Scopes(Stream.concat(tokens.stream(), others.tokens.stream()).toList());
  }

  Scopes minus(Scopes others) {
    return new Scopes(tokens.stream().filter(token -> !others.has(token)).toList());
  }

  @Override
  public String toString() {
    return String.join(" ", tokens);
  }
}
