package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.InputRequiredException;
import dev.gatehouse.interaction.UnansweredException;
import jakarta.json.JsonObject;
import java.util.Map;

/** Takes the questions of one call to its client, in the way of its era. */
@FunctionalInterface
public interface InputChannel {
  /** Ends the run of the method, which comes again with the answers. */
  InputChannel NEXT_RUN =
      (open, accepted) -> {
        throw new OpenQuestions(open, accepted);
      };

  /**
   * The raw answers, by the keys of {@code open}; keys may be missing, and values may be of any
   * shape.
   *
   * @param open what to ask now, in this order; never empty
   * @param accepted the answers of this call that need not be asked for again
   * @throws InputRequiredException where the answers come with another request
   * @throws UnansweredException when the client is gone, too late, or answers with an error
   */
  Map<String, JsonObject> request(Map<String, Question> open, Map<String, JsonObject> accepted);

  /** With the raw answers that came with the call, by key; those that nobody asks for may stay. */
  default Input input(ClientCapabilities capabilities, Map<String, JsonObject> answers) {
    return new ClientInput(capabilities, answers, this);
  }
}
