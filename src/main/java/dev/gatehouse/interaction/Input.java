package dev.gatehouse.interaction;

import jakarta.json.JsonObject;
import java.util.Map;

/**
 * Asks the user, the model or the client behind a call. Since 2026-07-28 a question ends this run
 * of the tool, and the answer comes to a new run from the start: code before the last question runs
 * again each time, so effects belong after it, the keys must be the same in every run, and what a
 * question throws must not be caught. An answer that does not fit is asked for again. For the
 * tool's own thread.
 */
public interface Input {

  /** How many questions a call may ask. */
  int MAX_KEYS = 32;

  /** How often a call may turn to its client, repeated questions included. */
  int MAX_ROUNDS = 16;

  /** How much the accepted answers of a call may be in all, in bytes of their JSON. */
  int MAX_BYTES = 131_072;

  /** How large a filled-in form may be, in bytes of its JSON. */
  int MAX_FORM_BYTES = 32_768;

  /** Whether the client declared that it can be asked for this. */
  boolean supports(Capability capability);

  /**
   * Asks several things at once, in the order of the map. Keys are 1 to 64 letters, digits and
   * {@code _.-}; the same key gives the same answer again.
   *
   * @throws MissingCapabilityException when the client can't be asked one of them
   * @throws UnansweredException when there is no usable answer
   */
  InputResponses ask(Map<String, InputRequest> requests);

  /** Whether the user can be shown a form. */
  default boolean canElicit() {
    return supports(Capability.ELICITATION_FORM);
  }

  /** Whether the user can be sent to a page. */
  default boolean canElicitByUrl() {
    return supports(Capability.ELICITATION_URL);
  }

  /** Whether the client's model can be asked. */
  default boolean canSample() {
    return supports(Capability.SAMPLING);
  }

  /** Whether the user's directories can be asked for. */
  default boolean canListRoots() {
    return supports(Capability.ROOTS);
  }

  /** Shows the user a form that is made from the record, as {@link FormElicitation} tells. */
  default <T extends Record> ElicitationResponse<T> elicit(
      String key, String message, Class<T> form) {
    return ask(Map.of(key, new FormElicitation<>(message, form))).elicitation(key, form);
  }

  /** Shows the user a form that no record can tell. */
  default ElicitationResponse<JsonObject> elicit(String key, JsonElicitation form) {
    return ask(Map.of(key, form)).elicitation(key, JsonObject.class);
  }

  /** Sends the user to a page. */
  default ElicitationResponse<?> elicit(String key, UrlElicitation page) {
    return ask(Map.of(key, page)).elicitation(key);
  }

  /** Asks the client's model. */
  default SamplingResponse sample(String key, SamplingRequest request) {
    return ask(Map.of(key, request)).sampling(key);
  }

  /** Asks for the user's directories. */
  default RootsResponse listRoots(String key) {
    return ask(Map.of(key, new RootsRequest())).roots(key);
  }
}
