package dev.gatehouse.run.fuzz;

import dev.gatehouse.mcp.HeaderRulesTarget;
import dev.gatehouse.security.challenge.ChallengeTarget;
import dev.gatehouse.security.token.TokenTarget;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** The targets by name. */
final class Targets {
  static final Map<String, Callable<FuzzTarget>> ALL =
      new TreeMap<>(
          Map.of(
              "binder", BinderTarget::new,
              "challenge", ChallengeTarget::new,
              "codec", CodecTarget::new,
              "headers", HeaderRulesTarget::new,
              "token", TokenTarget::new));

  private Targets() {}
}
