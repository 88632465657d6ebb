package dev.gatehouse.interaction;

import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Asks the user, the model or the client behind a call. Since 2026-07-28 a question ends this run
 * of the tool, and the answer comes to a new run from the start: code before the last question runs
 * again each time, so effects belong after it, the keys must be the same in every run, and what a
 * question throws must not be caught. An answer that does not fit is asked for again. For the
 * tool's own thread.
 */
public final class Input {

  /** How many questions a call may ask. */
  public static final int MAX_KEYS = 32;

  /** How often a call may turn to its client, repeated questions included. */
  public static final int MAX_ROUNDS = 16;

  /** How much the accepted answers of a call may be in all, in bytes of their JSON. */
  public static final int MAX_BYTES = 131_072;

  private final ClientCapabilities capabilities;
  private final AcceptedAnswers answers;
  private final InputChannel channel;
  private int rounds;

  /** With the raw answers that came with the call, by key; those that nobody asks for may stay. */
  public Input(
      ClientCapabilities capabilities, Map<String, JsonObject> answers, InputChannel channel) {
    this.capabilities = capabilities;
    this.answers = new AcceptedAnswers(answers);
    this.channel = channel;
  }

  /** Whether the client can be asked this. */
  public boolean supports(InputRequest request) {
    return capabilities.declared().containsAll(request.needs());
  }

  /** Whether the user can be shown a form. */
  public boolean canElicit() {
    return capabilities.has(Capability.ELICITATION_FORM);
  }

  /** Whether the user can be sent to a page. */
  public boolean canElicitByUrl() {
    return capabilities.has(Capability.ELICITATION_URL);
  }

  /** Whether the client's model can be asked. */
  public boolean canSample() {
    return capabilities.has(Capability.SAMPLING);
  }

  /** Whether the user's directories can be asked for. */
  public boolean canListRoots() {
    return capabilities.has(Capability.ROOTS);
  }

  /** Shows the user a form; the same key gives the same answer again. */
  public ElicitationResponse elicit(String key, FormElicitation form) {
    return ask(Map.of(key, form)).elicitation(key);
  }

  /** Sends the user to a page. */
  public ElicitationResponse elicit(String key, UrlElicitation page) {
    return ask(Map.of(key, page)).elicitation(key);
  }

  /** Asks the client's model. */
  public SamplingResponse sample(String key, SamplingRequest request) {
    return ask(Map.of(key, request)).sampling(key);
  }

  /** Asks for the user's directories. */
  public RootsResponse listRoots(String key) {
    return ask(Map.of(key, new RootsRequest())).roots(key);
  }

  /**
   * Asks several things at once, in the order of the map. Keys are 1 to 64 letters, digits and
   * {@code _.-}.
   *
   * @throws MissingCapabilityException when the client can't be asked one of them
   * @throws UnansweredException when there is no usable answer
   */
  public InputResponses ask(Map<String, InputRequest> requests) {
    answers.checkKeys(requests.keySet());
    Map<String, InputResponse> responses = new LinkedHashMap<>();
    Map<String, InputRequest> open = read(requests, responses);
    while (!open.isEmpty()) {
      demand(open);
      if (++rounds > MAX_ROUNDS) {
        throw new UnansweredException("There was no usable answer to " + open.keySet());
      }
      answers.add(channel.request(open, answers.accepted()));
      open = read(open, responses);
    }
    return new InputResponses(responses);
  }

  /** Reads what there is; what is left has to be asked for. */
  private Map<String, InputRequest> read(
      Map<String, InputRequest> requests, Map<String, InputResponse> responses) {
    Map<String, InputRequest> open = new LinkedHashMap<>();
    requests.forEach(
        (key, request) -> {
          answers
              .read(key, request)
              .ifPresentOrElse(
                  response -> responses.put(key, response), () -> open.put(key, request));
        });
    return open;
  }

  private void demand(Map<String, InputRequest> open) {
    Set<Capability> missing = EnumSet.noneOf(Capability.class);
    open.values().forEach(request -> missing.addAll(request.needs()));
    missing.removeAll(capabilities.declared());
    if (!missing.isEmpty()) {
      throw new MissingCapabilityException(missing);
    }
  }
}
