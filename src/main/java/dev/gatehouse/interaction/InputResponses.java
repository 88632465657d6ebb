package dev.gatehouse.interaction;

import java.util.Map;

/** The answers to questions that were asked together, by their keys. */
public final class InputResponses {
  private final Map<String, InputResponse> responses;

  InputResponses(Map<String, InputResponse> responses) {
    this.responses = Map.copyOf(responses);
  }

  /** The answer to a form or a page. */
  public ElicitationResponse elicitation(String key) {
    return get(key, ElicitationResponse.class);
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
      throw new IllegalArgumentException("Nothing of this kind was asked for as " + key);
    }
    return type.cast(responses.get(key));
  }
}
