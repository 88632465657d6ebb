package dev.gatehouse.security.challenge;

import java.net.URI;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The field with a token, and the field that answers a bad one. */
@State(Scope.Thread)
public class ChallengeBench {
  private final URI metadata =
      URI.create("https://mcp.acme.com/.well-known/oauth-protected-resource/mcp");
  private final List<String> scopes = List.of("todo:read", "todo:write");
  private final List<String> field = List.of("Bearer " + "eyJhbGciOiJSUzI1NiJ9.".repeat(40) + "x");

  @Benchmark
  public Object authorization() {
    return AuthorizationHeader.parse(field);
  }

  @Benchmark
  public Object challenge() {
    return BearerChallenge.invalidToken(metadata, scopes, "The token has expired").headerValue();
  }
}
