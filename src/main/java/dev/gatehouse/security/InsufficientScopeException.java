package dev.gatehouse.security;

import dev.gatehouse.tool.AccessDeniedException;
import java.util.Set;
import java.util.TreeSet;

/**
 * The caller's token lacks a scope: HTTP 403 naming every scope that the operation needs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750, 3.1</a>
 */
public final class InsufficientScopeException extends AccessDeniedException {
  private static final long serialVersionUID = 1L;
  private final transient Set<String> needed;

  /**
   * Refuses the call.
   *
   * @param needed every scope that the operation needs
   */
  public InsufficientScopeException(Set<String> needed) {
    super("Required scope: " + String.join(" ", new TreeSet<>(needed)));
    this.needed = Set.copyOf(needed);
  }

  /** {@return every scope that the operation needs, those that the token has included} */
  public Set<String> needed() {
    return needed;
  }
}
