package dev.gatehouse.interaction;

import jakarta.ejb.ApplicationException;
import java.util.Set;

/** The call needs an answer of a kind that the client did not declare: error -32021. */
@ApplicationException(rollback = true)
public final class MissingCapabilityException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Set<Capability> missing;

  /** A message that the client may read. */
  public MissingCapabilityException(String message, Set<Capability> missing) {
    super(message, null, false, false);
    this.missing = Set.copyOf(missing);
  }

  /** What the client would have to declare. */
  public Set<Capability> missing() {
    return missing;
  }
}
