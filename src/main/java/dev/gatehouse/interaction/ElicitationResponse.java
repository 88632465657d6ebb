package dev.gatehouse.interaction;

import java.util.Optional;

/**
 * What the user did with a form or a page.
 *
 * @param content what the user filled in; empty if not accepted, and for a page
 */
public record ElicitationResponse<T>(Action action, Optional<T> content) implements InputResponse {
  public ElicitationResponse {
    if (action != Action.ACCEPT && content.isPresent()) {
      throw new IllegalArgumentException("Only an accepted form has a content");
    }
  }

  /** What the user chose: {@code DECLINE} is a no, {@code CANCEL} is no choice. */
  public enum Action {
    ACCEPT,
    DECLINE,
    CANCEL
  }

  /** Whether the user said yes. */
  public boolean isAccepted() {
    return action == Action.ACCEPT;
  }
}
