package dev.gatehouse.support.server;

import java.security.SecureRandom;
import java.util.Base64;

/** What nodes have in common that go on with each other's calls. */
public final class StateKey {
  private StateKey() {}

  /** A new one, as {@code mcp.state.key} takes it. */
  public static String next() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
