package dev.gatehouse.interaction;

import jakarta.ejb.ApplicationException;
import jakarta.json.JsonObject;
import java.util.Set;

/** The call needs an answer of a kind that the client did not declare: error -32021. */
@ApplicationException(rollback = true)
public final class MissingCapabilityException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient JsonObject required;

  MissingCapabilityException(Set<Capability> missing) {
    super("The client must declare " + Capability.toJson(missing), null, false, false);
    this.required = Capability.toJson(missing);
  }

  /** What is missing, as {@code data.requiredCapabilities}: {@code {"elicitation":{"form":{}}}}. */
  public JsonObject requiredCapabilities() {
    return required;
  }
}
