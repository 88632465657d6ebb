package dev.gatehouse.security.challenge;

import java.net.URI;
import java.util.Collection;
import java.util.List;

/**
 * The {@code WWW-Authenticate} field of a refusal (RFC 6750 §3, RFC 9728 §5.1) and its HTTP status:
 * the only place that writes it; what does not fit into a quoted string is replaced or refused.
 */
public record BearerChallenge(
    Kind kind, String description, List<String> scopes, URI resourceMetadata) {
  /** RFC 6749 §3.3 {@code scope-token}. */
  private static final String SCOPE = "[\\x21\\x23-\\x5B\\x5D-\\x7E]+";

  /** The error codes of RFC 6750 §3.1, and the case without credentials, which has none. */
  public enum Kind {
    NO_TOKEN(401, ""),
    INVALID_TOKEN(401, "invalid_token"),
    INVALID_REQUEST(400, "invalid_request"),
    INSUFFICIENT_SCOPE(403, "insufficient_scope");

    private final int status;
    private final String error;

    Kind(int status, String error) {
      this.status = status;
      this.error = error;
    }
  }

  /** An empty description or an empty list leaves its parameter out. */
  public BearerChallenge {
    description = description.replaceAll("[^\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]", "?");
    scopes = List.copyOf(scopes);
    if (!scopes.stream().allMatch(scope -> scope.matches(SCOPE))) {
      throw new IllegalArgumentException("Not a scope by RFC 6749 §3.3");
    }
  }

  /** The first answer to a client, with the scopes it should ask for. */
  public static BearerChallenge noToken(URI resourceMetadata, Collection<String> scopes) {
    return new BearerChallenge(Kind.NO_TOKEN, "", List.copyOf(scopes), resourceMetadata);
  }

  /** A token was sent and is no good; the description must not quote it. */
  public static BearerChallenge invalidToken(
      URI resourceMetadata, Collection<String> scopes, String description) {
    return new BearerChallenge(
        Kind.INVALID_TOKEN, description, List.copyOf(scopes), resourceMetadata);
  }

  /** The credentials can't be understood. */
  public static BearerChallenge invalidRequest(URI resourceMetadata, String description) {
    return new BearerChallenge(Kind.INVALID_REQUEST, description, List.of(), resourceMetadata);
  }

  /**
   * The token is good but lacks one of the scopes that the operation needs.
   *
   * @param asked what the client should ask for: those, and perhaps what it has
   */
  public static BearerChallenge insufficientScope(
      URI resourceMetadata, Collection<String> needed, Collection<String> asked) {
    return new BearerChallenge(
        Kind.INSUFFICIENT_SCOPE,
        "Required scope: " + String.join(" ", needed),
        List.copyOf(asked),
        resourceMetadata);
  }

  /** The HTTP status: 400, 401 or 403. */
  public int status() {
    return kind.status;
  }

  /** The RFC 6750 §3.1 error code; empty if no token was sent. */
  public String error() {
    return kind.error;
  }

  /** The value of the {@code WWW-Authenticate} field: ASCII, one line. */
  public String headerValue() {
    return "Bearer realm=\"OAuth\""
        + parameter("error", kind.error)
        + parameter("error_description", description)
        + parameter("scope", String.join(" ", scopes))
        + parameter("resource_metadata", resourceMetadata.toASCIIString());
  }

  private static String parameter(String name, String value) {
    return value.isEmpty() ? "" : ", " + name + "=\"" + value + "\"";
  }
}
