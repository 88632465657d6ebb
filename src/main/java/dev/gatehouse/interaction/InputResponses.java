package dev.gatehouse.interaction;

import java.util.Map;

/** The answers to questions that were asked together, by their keys. */
public final class InputResponses {
  private final Map<String, InputResponse> responses;

  /** The answers by key. */
  public InputResponses(Map<String, InputResponse> responses) {
    this.responses = Map.copyOf(responses);
  }

  /** What the user did with a form or a page. */
  public ElicitationResponse<?> elicitation(String key) {
    return get(key, ElicitationResponse.class);
  }

  /** The same, for a form of this type. */
  public <T> ElicitationResponse<T> elicitation(String key, Class<T> form) {
    ElicitationResponse<?> response = elicitation(key);
    if (!response.content().map(form::isInstance).orElse(true)) {
      throw wrong(key);
    }
    return new ElicitationResponse<>(response.action(), response.content().map(form::cast));
  }

  /** The answer of the client's model. */
  public SamplingResponse sampling(String key) {
    return get(key, SamplingResponse.class);
  }

  /** The user's directories. */
  public RootsResponse roots(String key) {
    return get(key, RootsResponse.class);
  }

  private <T extends InputResponse> T get(String key, Class<T> type) {
    if (!type.isInstance(responses.get(key))) {
      throw wrong(key);
    }
    return type.cast(responses.get(key));
  }

  private static IllegalArgumentException wrong(String key) {
    return new IllegalArgumentException("Nothing of this kind was asked for as " + key);
  }
}
